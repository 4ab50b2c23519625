// Keeps one version of the page whole. The build writes in front of this what that version is: VERSION, its name; FILES, the
// address and the fingerprint of each file, the document's address being './'; NAMED, the files that its document names.
const SPACE = `azureml-k8s-wizard ${registration.scope} `;
const OWN = SPACE + VERSION;
const DOCUMENT = './';
// What is noted beside the files, under addresses that no page asks a worker for.
const LATER = 'sw.js?later';
const WINDOW = 'sw.js?window=';

const names = async () => (await caches.keys()).filter((name) => name.startsWith(SPACE));
// A version that has gone meanwhile has nothing, and is not made anew, as `open` would.
const find = (cacheName, address) => caches.match(address, { cacheName, ignoreVary: true });
const note = async (address) => (await caches.open(OWN)).put(address, new Response());

// All or nothing, and of one version: a file that is not as it was built is refused. Whoever serves the document may change
// it, its language for one, so that has no fingerprint; but it is of this version when it names this version's files.
const install = async () => {
  const cache = await caches.open(OWN);
  await cache.addAll(FILES.map(([file, integrity]) => new Request(file, { cache: 'reload', integrity })));
  const text = await (await find(OWN, DOCUMENT)).text();
  if (!NAMED.every((name) => text.includes(name))) {
    await caches.delete(OWN);
    throw new Error('The document is of another version.');
  }
};

// Drops the versions before this one once every window is one of its own. One that is on its way is none of them.
const purge = async () => {
  const others = (await names()).filter((name) => name !== OWN);
  const windows = await clients.matchAll({ includeUncontrolled: true });
  const notes = await Promise.all(windows.map(({ id }) => find(OWN, WINDOW + id)));
  if (registration.installing || registration.waiting || !notes.every(Boolean)) return;
  await Promise.all(others.map((name) => caches.delete(name)));
};

// A page is opened in this version, whatever stands behind its address.
const open = async (event) => {
  const { pathname } = new URL(event.request.url);
  const kept = await find(OWN, pathname.replace(/\/index\.html$/, '/'));
  if (!kept) return fetch(event.request);
  await note(WINDOW + event.resultingClientId);
  event.waitUntil(purge());
  // Some hosts lead from one name of a page to another, and a browser takes no answer to a page that was led on.
  return kept.redirected ? new Response(kept.body, kept) : kept;
};

// The version that a window was opened in; this one for a window that came before any.
const versionOf = async (id) => {
  for (const name of await names()) {
    if (await find(name, WINDOW + id)) return name;
  }
  return OWN;
};

// What a page asks for comes from its own version. Where that has no such file although there is one of that name, only
// another version's could come.
const answer = async ({ request, clientId }) => {
  const version = await versionOf(clientId);
  // What once did not come is asked for under another name.
  const kept = await find(version, request.url.replace(/-+$/, ''));
  if (kept) return kept;
  const { pathname } = new URL(request.url);
  const isKnown = FILES.some(([file]) => new URL(file, registration.scope).pathname === pathname);
  return isKnown && (await find(version, DOCUMENT)) ? Response.error() : fetch(request);
};

const MESSAGES = {
  // A page asks whether this version, which waits, is to be offered: until somebody has said "later".
  ask: async (page) => {
    if (!(await find(OWN, LATER))) page.postMessage('offer');
  },
  later: () => note(LATER),
  now: () => skipWaiting(),
};

addEventListener('install', (event) => event.waitUntil(install()));
// The first version takes over the page that has brought it, so that all of that is there without a network at once.
addEventListener('activate', (event) => event.waitUntil(Promise.all([purge(), clients.claim()])));
addEventListener('message', (event) => event.waitUntil(MESSAGES[event.data]?.(event.source)));
addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || !url.startsWith(registration.scope)) return;
  event.respondWith(mode === 'navigate' ? open(event) : answer(event));
});
