// Keeps one complete version of the page. The build inserts constants in front of this: VERSION, its name; FILES, the
// address and the fingerprint of each file, the document's address being './'; NAMED, the files that its document names.
const SPACE = `azureml-k8s-wizard ${registration.scope} `;
const OWN = SPACE + VERSION;
const DOCUMENT = './';
// Entries beside the files, under addresses that no page requests from a worker.
const LATER = 'sw.js?later';
const WINDOW = 'sw.js?window=';

const names = async () => (await caches.keys()).filter((name) => name.startsWith(SPACE));
// A version that has been deleted meanwhile has no files, and is not created again, as `open` would do.
const find = (cacheName, address) => caches.match(address, { cacheName, ignoreVary: true });
const note = async (address) => (await caches.open(OWN)).put(address, new Response());

// All files of one version, or none: a file that differs from the build is refused. A host may change the document,
// its language for example, so it has no fingerprint; but it belongs to this version if it names this version's files.
const install = async () => {
  const cache = await caches.open(OWN);
  await cache.addAll(FILES.map(([file, integrity]) => new Request(file, { cache: 'reload', integrity })));
  const text = await (await find(OWN, DOCUMENT)).text();
  if (!NAMED.every((name) => text.includes(name))) {
    await caches.delete(OWN);
    throw new Error('The document is of another version.');
  }
};

// Deletes older versions once every window belongs to this one. A window that is still loading does not.
const purge = async () => {
  const others = (await names()).filter((name) => name !== OWN);
  const windows = await clients.matchAll({ includeUncontrolled: true });
  const notes = await Promise.all(windows.map(({ id }) => find(OWN, WINDOW + id)));
  if (registration.installing || registration.waiting || !notes.every(Boolean)) return;
  await Promise.all(others.map((name) => caches.delete(name)));
};

// A page is opened in this version, whatever follows its address.
const open = async (event) => {
  const { pathname } = new URL(event.request.url);
  const kept = await find(OWN, pathname.replace(/\/index\.html$/, '/'));
  if (!kept) return fetch(event.request);
  await note(WINDOW + event.resultingClientId);
  event.waitUntil(purge());
  // Some hosts redirect from one name of a page to another, and a browser refuses a redirected response for a page.
  return kept.redirected ? new Response(kept.body, kept) : kept;
};

// The version that a window was opened in; this version for a window that is older than any.
const versionOf = async (id) => {
  for (const name of await names()) {
    if (await find(name, WINDOW + id)) return name;
  }
  return OWN;
};

// Requests of a page are answered from its own version. If that version lacks the file although its name is known, only
// another version's file could be sent.
const answer = async ({ request, clientId }) => {
  const version = await versionOf(clientId);
  // A file that once failed to load is requested under another name.
  const kept = await find(version, request.url.replace(/-+$/, ''));
  if (kept) return kept;
  const { pathname } = new URL(request.url);
  const isKnown = FILES.some(([file]) => new URL(file, registration.scope).pathname === pathname);
  return isKnown && (await find(version, DOCUMENT)) ? Response.error() : fetch(request);
};

const MESSAGES = {
  // A page asks whether this waiting version is to be offered: until the user has answered "later".
  ask: async (page) => {
    if (!(await find(OWN, LATER))) page.postMessage('offer');
  },
  later: () => note(LATER),
  now: () => skipWaiting(),
};

addEventListener('install', (event) => event.waitUntil(install()));
// The first version takes over the page that installed it, so that the page works offline at once.
addEventListener('activate', (event) => event.waitUntil(Promise.all([purge(), clients.claim()])));
addEventListener('message', (event) => event.waitUntil(MESSAGES[event.data]?.(event.source)));
addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || !url.startsWith(registration.scope)) return;
  event.respondWith(mode === 'navigate' ? open(event) : answer(event));
});
