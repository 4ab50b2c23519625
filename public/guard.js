// What the page says when it cannot start, and when it breaks. Not of the page's own module, which is what failed then.
(() => {
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
    if (document.getElementById('loading')) show('unable');
    else if (error instanceof globalThis.WebAssembly?.RuntimeError) show('broken');
  };
  // A file that does not come is told to its element alone.
  addEventListener('error', (event) => look(event.error), true);
  addEventListener('unhandledrejection', (event) => look(event.reason));
})();
