// What the measurements in a browser share: the published page as a good host serves it, Chromium, and figures.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { EXECUTABLE, FLAGS } from '../tests/e2e/chromium.mjs';

const HOST = '127.0.0.1';

/** The scenario with the most outputs, all names typed. */
export const BUSIEST = (await readFile(new URL('busiest.link', import.meta.url), 'utf8')).trim();

/** Slow-downs of the processor, as the browser makes them. */
export const SLOWDOWNS = [1, 4];

/** Serves a folder in which each file lies compressed beside itself, on a port of the system's choice. */
export async function serve(folder) {
  const server = createServer(sirv(folder, { brotli: true, gzip: true, etag: true, maxAge: 0 }));
  await new Promise((listening, failed) => {
    server.once('error', failed).listen(0, HOST, listening);
  });
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://${HOST}:${server.address().port}/`, close };
}

export const launch = () => chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });

/** A page of a browser that knows nothing yet, whose processor is slower by a factor. */
export async function fresh(browser, slowdown = 1) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return { page, session, close: () => context.close() };
}

export const quantile = (values, share) => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};

const rounded = (value) => Math.round(value * 1000) / 1000;

/** Several measurements of one thing as a figure: its middle, and how far they are spread. */
export const figure = (id, unit, values) => ({
  id,
  unit,
  value: rounded(quantile(values, 0.5)),
  low: rounded(Math.min(...values)),
  high: rounded(Math.max(...values)),
});

/** Hands figures to `cargo xtask bench`, which reads a line of JSON each. */
export const tell = (figures) => {
  for (const known of figures.flat()) console.log(JSON.stringify(known));
};
