// What the page shows before its module is there, and when that cannot start or breaks. Not of the module, which is what failed then.
(() => {
  // Who comes without a scenario, and reads English, sees where to begin before the module is there.
  let language = navigator.language;
  try {
    language = new URLSearchParams(localStorage.getItem('azureml-k8s-wizard.preferences')).get('lang') ?? language;
  } catch {
    // Refused, and so nothing is kept there.
  }
  const root = document.documentElement;
  // As a frame: the element alone, on a page of its own.
  if (/[?&]embed\b/.test(location.search)) location.replace(`frame.html${location.search}${location.hash}`);
  else if (location.hash.length < 2 && root.lang === 'en' && language.startsWith('en')) root.className = 'first';
  // What is chosen there shows, and is the reader's own. Any other address may be somebody else's, and is told of as that.
  addEventListener('hashchange', () => {
    document.querySelector('#loading [aria-current]')?.removeAttribute('aria-current');
    const chosen = [...document.querySelectorAll('#loading a')].find(({ hash }) => hash === location.hash);
    if (!chosen) return;
    chosen.ariaCurrent = 'true';
    try {
      history.replaceState(true, '');
    } catch {
      // Refused, and so it is told of as well.
    }
  });
  const show = (id) => {
    const message = document.getElementById(id);
    if (!message?.hidden) return;
    document.getElementById('loading')?.remove();
    for (const link of message.querySelectorAll('a')) link.href = location.href;
    for (const button of message.querySelectorAll('button')) button.onclick = () => location.reload();
    message.hidden = false;
    message.scrollIntoView();
  };
  const look = (error) => {
    if (document.querySelector('.spoken') && error instanceof WebAssembly.RuntimeError) show('broken');
    else if (document.getElementById('loading')) show('unable');
  };
  // A file that does not come is told to its element alone.
  addEventListener('error', (event) => look(event.error), true);
  addEventListener('unhandledrejection', (event) => look(event.reason));
  // Kept for times without a network once it is up, and where it is a page of its own: a frame is for its host to keep, and the
  // one file that holds everything, which names no manifest, for whoever has it.
  const keep = () => {
    if (document.getElementById('loading')) setTimeout(keep, 500);
    else if (document.querySelector('[rel=manifest]')) import('./offline.js').catch(() => {});
  };
  if (top === self) addEventListener('load', keep);
})();
