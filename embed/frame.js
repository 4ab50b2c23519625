// The wizard as a frame in somebody else's page: the element alone, and the page around told how high it is and what it says.
import './embed/embed.js';

const asked = new URLSearchParams(location.search);
const wizard = document.querySelector('azureml-k8s-wizard');
document.body.style.margin = '0';
// By name: an address must not be able to set just any attribute.
for (const name of ['lang', 'theme', 'shell', 'steps', 'fields', 'output']) {
  if (asked.has(name)) wizard.setAttribute(name, asked.get(name));
}
// Without a choice of the address it is the reader's, of language and colours.
if (!asked.has('lang')) document.documentElement.lang = '';
if (!asked.has('theme')) document.documentElement.dataset.theme = 'system';
wizard.link = location.hash;
addEventListener('hashchange', () => { wizard.link = location.hash; });

/** The origin of the page around, as far as it is known; one that is named in the address, `?embed=https://…`, stands for no other. */
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
  // What was typed is for a page that can be named; how high the frame is, anybody sees.
  if (to === 'null') parent.postMessage(message, '*');
  else parent.postMessage({ ...message, link: wizard.link }, to);
};
new ResizeObserver(tell).observe(wizard);
for (const type of ['wizard-ready', 'wizard-change']) wizard.addEventListener(type, tell);
