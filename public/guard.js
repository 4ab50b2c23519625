// What the page shows before its module has loaded, and if the module cannot start or fails. It is not a part of the module,
// which may be what failed.
(() => {
  // A visitor without a scenario who reads English sees the presets before the module has loaded.
  let language = navigator.language;
  try {
    language = new URLSearchParams(localStorage.getItem('azureml-k8s-wizard.preferences')).get('lang') ?? language;
  } catch {
    // Access is refused, so nothing is stored there.
  }
  const root = document.documentElement;
  // As a frame: only the element, on its own page.
  if (/[?&]embed\b/.test(location.search)) location.replace(`frame.html${location.search}${location.hash}`);
  else if (location.hash.length < 2 && root.lang === 'en' && language.startsWith('en')) root.className = 'first';
  // A visible choice is the reader's own. Any other address may come from somebody else and is reported as such.
  addEventListener('hashchange', () => {
    document.querySelector('#loading [aria-current]')?.removeAttribute('aria-current');
    const chosen = [...document.querySelectorAll('#loading a')].find(({ hash }) => hash === location.hash);
    if (!chosen) return;
    chosen.ariaCurrent = 'true';
    try {
      history.replaceState(true, '');
    } catch {
      // Access is refused, so it is reported as well.
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
  // A file that fails to load is reported only to its element.
  addEventListener('error', (event) => look(event.error), true);
  addEventListener('unhandledrejection', (event) => look(event.reason));
  // The page is kept for offline use once it has started, if it is a top-level page. A frame is for its host to keep. The
  // single file that contains everything has no manifest and needs no copy.
  const keep = () => {
    if (document.getElementById('loading')) setTimeout(keep, 500);
    else if (document.querySelector('[rel=manifest]')) import('./offline.js').catch(() => {});
  };
  if (top === self) addEventListener('load', keep);
})();
