// Has the browser keep the page, and offers the next version once it is kept as well. What fails here fails in silence.
const { serviceWorker } = navigator;
const address = new URL('sw.js', import.meta.url).href;
const policy = globalThis.trustedTypes?.createPolicy('azureml-k8s-wizard', { createScriptURL: () => address });
const registration = await serviceWorker.register(policy ? policy.createScriptURL('') : address);

// In the page's own language and looks: the second module makes it, of the version that the page is of.
const made = async (page) => {
  const script = document.querySelector('script[type=module]').src;
  const at = (file) => new URL(`${file}?${script.split('-').pop()}`, script);
  const module = (await import(at('workbench.js'))).default(at('workbench.js'));
  await module.default({ module_or_path: at('workbench_bg.wasm') });
  const reload = () => location.reload();
  const bench = module.open(reload, (answer) => {
    const { waiting } = registration;
    if (answer === 'later') offer.remove();
    else if (waiting) serviceWorker.oncontrollerchange = reload;
    // Another window has answered before.
    else reload();
    waiting?.postMessage(answer);
  });
  const offer = bench.part('update');
  const follow = () => bench.follow('', 'bash', 'lines', page.lang);
  follow();
  new MutationObserver(follow).observe(page, { attributeFilter: ['lang'] });
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: at('workbench.css') }));
  return offer;
};

let offer;
serviceWorker.onmessage = async () => {
  const page = document.querySelector('.spoken');
  offer ??= made(page).catch(() => '');
  page?.append(await offer);
};

// A version that waits says whether it is to be offered. Without a controller it has nothing to wait for.
const ask = () => serviceWorker.controller && registration.waiting?.postMessage('ask');
const follow = () => {
  const { installing } = registration;
  if (installing) installing.onstatechange = ask;
};
registration.onupdatefound = follow;
follow();
ask();
