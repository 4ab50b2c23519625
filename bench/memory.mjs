// Whether memory stays constant while a page is used at random: node memory.mjs FOLDER [MINUTES]
import { keepMemories, moduleBytes } from '../tests/e2e/memory.mjs';
import { COMPLETE } from '../tests/e2e/complete.mjs';
import { BUSIEST, figure, fresh, launch, serve, report } from './site.mjs';

const MINUTES = Number(process.argv[3] ?? 10);
/** The number of samples over that time. */
const SAMPLES = 20;
/** Samples that do not count: the first use loads the panels and the languages, and fills caches of the browser. */
const FIRST = 5;

/** Uses the page for a while: clicks and types at random, in the same sequence each time. */
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
    // There is none while the page is built again in another language, part by part.
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
  const samples = [];
  let uses = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    await page.locator(COMPLETE).waitFor();
    uses += await page.evaluate(use, [(MINUTES * 60_000) / SAMPLES, sample + 1]);
    // Measure in the same state each time.
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
    samples.push({ heap: usedSize, nodes, listeners: jsEventListeners, module });
    console.error(JSON.stringify({ sample, uses, ...samples.at(-1) }));
  }
  if (broken.length) throw broken[0];
  const counted = samples.slice(FIRST);
  const half = Math.floor(counted.length / 2);
  const mean = (part, key) => part.reduce((sum, sample) => sum + sample[key], 0) / part.length;
  for (const key of ['heap', 'nodes', 'listeners', 'module']) {
    const change = mean(counted.slice(-half), key) / mean(counted.slice(0, half), key) - 1;
    report([figure(`memory.${key}`, key === 'heap' || key === 'module' ? 'bytes' : '', counted.map((sample) => sample[key])), figure(`memory.${key}.change`, '%', [Math.abs(change) * 100])]);
  }
  report([figure('memory.uses', '', [uses])]);
} finally {
  await browser.close();
  close();
}
