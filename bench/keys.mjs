// From a key to the output that it changes: node keys.mjs FOLDER
import { WHOLE } from '../tests/e2e/whole.mjs';
import { BUSIEST, figure, fresh, launch, quantile, serve, SLOWDOWNS, tell } from './site.mjs';

const RUNS = 7;
const KEYS = 60;
/** Milliseconds between two keys: those of somebody who types fast. */
const PAUSE = 80;

/**
 * Notes how long each key takes until the plan has changed for the last time, and until that has been painted; and how long
 * that is from when the browser has written the letter and tells the page.
 */
function note() {
  const noted = { changed: [], told: [], painted: [], rest: [] };
  window.noted = noted;
  let pressed = 0;
  let changed = 0;
  let told = 0;
  addEventListener('input', () => { told = performance.now(); }, true);
  addEventListener('keydown', () => {
    pressed = performance.now();
    changed = 0;
    const begun = pressed;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        if (changed) {
          noted.changed.push(changed - begun);
          noted.told.push(changed - told);
          noted.painted.push(performance.now() - begun);
        }
      };
      port2.postMessage(null);
    });
  }, true);
  const watch = (places, tell) => {
    const watcher = new MutationObserver(tell);
    for (const place of places) watcher.observe(place, { subtree: true, childList: true, characterData: true });
  };
  watch(document.querySelectorAll('.run-book'), () => { changed = performance.now(); });
  // Tables, picture and files of the second module follow once the plan has been painted.
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
  await page.locator(WHOLE).waitFor();
  // All that can be shown is shown: every table, what documents say wrong, what is told of each field.
  await page.getByRole('checkbox', { name: /misprint|wrong/i }).first().check();
  await page.evaluate(() => { for (const known of document.querySelectorAll('details')) known.open = true; });
  await page.waitForTimeout(1500 * Math.sqrt(slowdown));
  await page.locator('input[name=cluster-name]').focus();
  await page.evaluate(note);
  for (let key = 0; key < KEYS; key += 1) {
    // Names end at 63 characters: every twentieth key takes the last one back.
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
    tell([
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
