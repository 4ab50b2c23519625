// The wizard as a frame in a host page: only the element. The host page gets messages with its height and its state.
import './embed/embed.js';

const asked = new URLSearchParams(location.search);
const wizard = document.querySelector('azureml-k8s-wizard');
document.body.style.margin = '0';
// By name: an address must not be able to set just any attribute.
for (const name of ['lang', 'theme', 'shell', 'steps', 'fields', 'output']) {
  if (asked.has(name)) wizard.setAttribute(name, asked.get(name));
}
// Without a choice in the address, the reader's language and colours apply.
if (!asked.has('lang')) document.documentElement.lang = '';
if (!asked.has('theme')) document.documentElement.dataset.theme = 'system';
wizard.link = location.hash;
addEventListener('hashchange', () => { wizard.link = location.hash; });

/** The origin of the host page, if known. An origin in the address, `?embed=https://…`, stands for no other. */
const origin = () => {
  try {
    return new URL(asked.get('embed') || location.ancestorOrigins?.[0] || document.referrer).origin;
  } catch {
    return 'null';
  }
};

const to = origin();
const tell = () => {
  if (parent === window) return;
  const message = { type: 'azureml-k8s-wizard', height: Math.ceil(wizard.getBoundingClientRect().height) };
  // Answers are sent only to a known origin. The height of the frame is visible to any page.
  if (to === 'null') parent.postMessage(message, '*');
  else parent.postMessage({ ...message, link: wizard.link }, to);
};
new ResizeObserver(tell).observe(wizard);
for (const type of ['wizard-ready', 'wizard-change']) wizard.addEventListener(type, tell);
