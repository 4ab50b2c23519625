// From a key to the output that it changes: node keys.mjs FOLDER
import { COMPLETE } from '../tests/e2e/complete.mjs';
import { BUSIEST, figure, fresh, launch, quantile, serve, SLOWDOWNS, report } from './site.mjs';

const RUNS = 7;
const KEYS = 60;
/** Milliseconds between two keys, as from a fast typist. */
const PAUSE = 80;

/**
 * Records how long each key takes until the last change of the plan, and until that change has been painted. Also records
 * the time from when the browser has written the letter and notifies the page.
 */
function note() {
  const noted = { changed: [], told: [], painted: [], rest: [] };
  window.noted = noted;
  let pressed = 0;
  let changed = 0;
  let notified = 0;
  addEventListener('input', () => { notified = performance.now(); }, true);
  addEventListener('keydown', () => {
    pressed = performance.now();
    changed = 0;
    const begun = pressed;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        if (changed) {
          noted.changed.push(changed - begun);
          noted.told.push(changed - notified);
          noted.painted.push(performance.now() - begun);
        }
      };
      port2.postMessage(null);
    });
  }, true);
  const watch = (places, callback) => {
    const watcher = new MutationObserver(callback);
    for (const place of places) watcher.observe(place, { subtree: true, childList: true, characterData: true });
  };
  watch(document.querySelectorAll('.run-book'), () => { changed = performance.now(); });
  // The panels update tables, picture and files after the plan has been painted.
  let rest = 0;
  watch(document.querySelectorAll('.reference'), () => {
    const begun = pressed;
    const now = performance.now();
    if (rest !== begun) noted.rest.push(now - begun);
    else noted.rest[noted.rest.length - 1] = now - begun;
    rest = begun;
  });
}

async function type(browser, url, slowdown) {
  const { page, close } = await fresh(browser, slowdown);
  await page.goto(`${url}#${BUSIEST}`);
  await page.locator(COMPLETE).waitFor();
  // Show everything that can be shown: every table, the misprints, the help of each field.
  await page.getByRole('checkbox', { name: /misprint|wrong/i }).first().check();
  await page.evaluate(() => { for (const known of document.querySelectorAll('details')) known.open = true; });
  await page.waitForTimeout(1500 * Math.sqrt(slowdown));
  await page.locator('input[name=cluster-name]').focus();
  await page.evaluate(note);
  for (let key = 0; key < KEYS; key += 1) {
    // Names have at most 63 characters, so every twentieth key deletes the last character.
    await page.keyboard.press(key % 20 === 19 ? 'Backspace' : String.fromCharCode(97 + key % 26));
    await page.waitForTimeout(PAUSE * Math.sqrt(slowdown));
  }
  const noted = await page.evaluate(() => window.noted);
  await close();
  if (noted.changed.length !== KEYS) throw new Error(`${KEYS} keys changed the plan ${noted.changed.length} times`);
  return noted;
}

const { url, close } = await serve(process.argv[2]);
const browser = await launch();
try {
  for (const slowdown of SLOWDOWNS) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await type(browser, url, slowdown));
    const of = (name, key, share) => figure(`keys.${name}.${slowdown}x`, 'ms', runs.map((noted) => quantile(noted[key], share)));
    report([
      of('changed.median', 'changed', 0.5), of('changed.p95', 'changed', 0.95),
      of('told.median', 'told', 0.5), of('told.p95', 'told', 0.95),
      of('painted.median', 'painted', 0.5), of('painted.p95', 'painted', 0.95),
      of('rest.median', 'rest', 0.5),
    ]);
  }
} finally {
  await browser.close();
  close();
}
