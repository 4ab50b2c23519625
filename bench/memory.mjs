// Whether memory stays what it is while a page is used at random: node memory.mjs FOLDER [MINUTES]
import { keepMemories, moduleBytes } from '../tests/e2e/memory.mjs';
import { WHOLE } from '../tests/e2e/whole.mjs';
import { BUSIEST, figure, fresh, launch, serve, tell } from './site.mjs';

const MINUTES = Number(process.argv[3] ?? 10);
/** How often is looked, over that time. */
const LOOKS = 20;
/** Looks that are not counted: the first use brings the second module, the languages, what the browser learns of them. */
const FIRST = 5;

/** Uses the page for a while: whatever can be clicked or typed in, by chance that is the same each time. */
async function use([milliseconds, seed]) {
  let state = seed;
  const random = (below) => {
    // A linear congruential generator, with the constants of Numerical Recipes.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const end = performance.now() + milliseconds;
  let uses = 0;
  while (performance.now() < end) {
    await new Promise((then) => { setTimeout(then, 20); });
    const found = [...document.querySelectorAll('main button, main input, main select, main summary, main textarea, header button, header select, dialog button')]
      .filter((known) => known.checkVisibility() && !known.disabled && known.type !== 'file');
    const control = found[random(found.length)];
    // There is none while the page is made anew in another language, part by part.
    if (!control) continue;
    control.focus();
    uses += 1;
    if (control.matches('button, summary, input[type=radio], input[type=checkbox]')) control.click();
    else if (control.matches('select')) {
      control.selectedIndex = random(control.options.length);
      control.dispatchEvent(new Event('change', { bubbles: true }));
    } else {
      control.value = ['edge-1', 'a b', 'rg', '/subscriptions/x', 'az ml compute attach', ''][random(6)];
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
  return uses;
}

const { url, close } = await serve(process.argv[2]);
const browser = await launch();
try {
  const { page, session } = await fresh(browser);
  page.on('download', (download) => download.cancel());
  const broken = [];
  page.on('pageerror', (error) => broken.push(error));
  await page.addInitScript(keepMemories);
  await session.send('HeapProfiler.enable');
  await page.goto(`${url}#${BUSIEST}`);
  const looks = [];
  let uses = 0;
  for (let look = 0; look < LOOKS; look += 1) {
    await page.locator(WHOLE).waitFor();
    uses += await page.evaluate(use, [(MINUTES * 60_000) / LOOKS, look + 1]);
    // Looked at in the same state each time.
    await page.evaluate((link) => {
      document.querySelector('dialog[open]')?.close();
      const language = document.querySelector('header select');
      language.value = 'en';
      language.dispatchEvent(new Event('change', { bubbles: true }));
      location.hash = '';
      location.hash = link;
      for (const known of document.querySelectorAll('details')) known.open = false;
    }, BUSIEST);
    await page.waitForTimeout(2000);
    for (let pass = 0; pass < 3; pass += 1) await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    const module = await moduleBytes(page);
    looks.push({ heap: usedSize, nodes, listeners: jsEventListeners, module });
    console.error(JSON.stringify({ look, uses, ...looks.at(-1) }));
  }
  if (broken.length) throw broken[0];
  const counted = looks.slice(FIRST);
  const half = Math.floor(counted.length / 2);
  const mean = (part, key) => part.reduce((sum, look) => sum + look[key], 0) / part.length;
  for (const key of ['heap', 'nodes', 'listeners', 'module']) {
    const change = mean(counted.slice(-half), key) / mean(counted.slice(0, half), key) - 1;
    tell([figure(`memory.${key}`, key === 'heap' || key === 'module' ? 'bytes' : '', counted.map((look) => look[key])), figure(`memory.${key}.change`, '%', [Math.abs(change) * 100])]);
  }
  tell([figure('memory.uses', '', [uses])]);
} finally {
  await browser.close();
  close();
}
