// Serves the published page as any static host does: no fallback, no rewriting.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

const HOST = '127.0.0.1';

/** The address of the page. E2E_PORT allows a second run on the same machine. */
export function address() {
  const port = Number(process.env.E2E_PORT || 47613);
  return { host: HOST, port, url: `http://${HOST}:${port}/` };
}

export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Serves the page, on a port of the system's choice unless one is named and with headers besides, for all files or by path, and says where. A test
    that changes the files serves a folder of its own, which is read anew at each request. */
export async function serve(port = 0, { headers = {}, folder = DIST } = {}) {
  if (!existsSync(`${DIST}index.html`)) {
    throw new Error('There is no dist/index.html: build the page first, with cargo xtask dist.');
  }
  const setHeaders = (response, path) => response.setHeaders(new Headers(typeof headers === 'function' ? headers(path) : headers));
  const page = sirv(folder, { etag: true, dev: folder !== DIST, setHeaders });
  // The sites with the element in them, if they have been built: cargo xtask examples.
  const sites = sirv(fileURLToPath(new URL('../../target/examples/', import.meta.url)), { etag: true, dev: true, setHeaders });
  const server = createServer((request, response) => page(request, response, () => sites(request, response)));
  await new Promise((listening, failed) => {
    server.once('error', failed).listen(port, HOST, listening);
  });
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://${HOST}:${server.address().port}/`, close };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve(address().port);
