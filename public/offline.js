// Makes the browser keep the page, and offers the next version once it is kept too. Failures are silent.
const { serviceWorker } = navigator;
const address = new URL('sw.js', import.meta.url).href;
const policy = globalThis.trustedTypes?.createPolicy('azureml-k8s-wizard', { createScriptURL: () => address });
const registration = await serviceWorker.register(policy ? policy.createScriptURL('') : address);

let offer;
serviceWorker.onmessage = async () => {
  const page = document.querySelector('.spoken');
  offer ??= import('./offer.js').then((made) => made.default(registration, page)).catch(() => '');
  page?.append(await offer);
};

// A waiting version answers whether it is to be offered. Without a controller it has nothing to wait for.
const ask = () => serviceWorker.controller && registration.waiting?.postMessage('ask');
const follow = () => {
  const { installing } = registration;
  if (installing) installing.onstatechange = ask;
};
registration.onupdatefound = follow;
follow();
ask();
