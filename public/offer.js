// The offer of the next version, in the page's own language and style. The panels create it, in the version that the page
// has.
export default async (registration, page) => {
  const { serviceWorker } = navigator;
  const script = document.querySelector('script[type=module]').src;
  const at = (file) => new URL(`${file}?${script.split('-').pop()}`, script).href;
  const module = (await import(at('panels.js'))).default(at('panels.js'));
  await module.default({ module_or_path: at('panels_bg.wasm') });
  const reload = () => location.reload();
  const panels = module.open(reload, (answer) => {
    const { waiting } = registration;
    if (answer === 'later') offer.remove();
    else if (waiting) serviceWorker.oncontrollerchange = reload;
    // Another window has already answered.
    else reload();
    waiting?.postMessage(answer);
  });
  const offer = panels.part('update');
  const update = () => panels.update('', 'bash', 'lines', page.lang);
  update();
  new MutationObserver(update).observe(page, { attributeFilter: ['lang'] });
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: at('panels.css') }));
  return offer;
};
