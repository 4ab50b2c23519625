// Serves the published page as any static host would: no fallback, no rewriting.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** Where the page is served: E2E_PORT makes room for a second run on the same machine. */
export function address() {
  const host = '127.0.0.1';
  const port = Number(process.env.E2E_PORT || 47613);
  return { host, port, url: `http://${host}:${port}/` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
  if (!existsSync(`${dist}index.html`)) {
    console.error('There is no dist/index.html: build the page first, with cargo xtask dist.');
    process.exit(1);
  }
  const { host, port } = address();
  createServer(sirv(dist, { etag: true })).listen(port, host);
}
