// Shared by the measurements in a browser: the published page as a good host serves it, Chromium, and figures.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { EXECUTABLE, FLAGS } from '../tests/e2e/chromium.mjs';

const HOST = '127.0.0.1';

/** The scenario with the most outputs, with all names filled in. */
export const BUSIEST = (await readFile(new URL('busiest.link', import.meta.url), 'utf8')).trim();

/** Slow-down factors of the processor, which the browser emulates. */
export const SLOWDOWNS = [1, 4];

/** Serves a folder that has a compressed copy of each file, on a port that the system chooses. */
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

/** A page in a new browser profile, with the processor slowed down by a factor. */
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

/** Combines several measurements into a figure: the median and the spread. */
export const figure = (id, unit, values) => ({
  id,
  unit,
  value: rounded(quantile(values, 0.5)),
  low: rounded(Math.min(...values)),
  high: rounded(Math.max(...values)),
});

/** Prints figures for `cargo xtask bench`, one line of JSON each. */
export const report = (figures) => {
  for (const known of figures.flat()) console.log(JSON.stringify(known));
};
