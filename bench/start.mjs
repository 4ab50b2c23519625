// How a first visit begins: node start.mjs FOLDER
import { keepMemories, moduleBytes } from '../tests/e2e/memory.mjs';
import { WHOLE } from '../tests/e2e/whole.mjs';
import { figure, fresh, launch, serve, SLOWDOWNS, tell } from './site.mjs';

const RUNS = 7;
/** Milliseconds without a long task after which a page is taken to be at rest. */
const REST = 1500;

/** What is written to the console once everything that is looked for has been seen. */
const SEEN = 'seen';

/** Notes in the page what happens in it, from before its first script on. */
function note([WHOLE, SEEN]) {
  const noted = { long: [], shift: 0 };
  window.noted = noted;
  const observe = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe('longtask', ({ startTime, duration }) => noted.long.push({ start: startTime, end: startTime + duration }));
  observe('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) noted.shift += value; });
  observe('largest-contentful-paint', ({ startTime }) => { noted.largest = startTime; });
  // What a reader begins with is a preset, which the document has as a link and the page as a button, then a question; the page
  // is complete once it says so. Each is there once it has been painted.
  const sought = { control: 'summary ~ ul :is(a, button)', page: 'summary ~ ul button', question: 'main input[type=radio]', whole: WHOLE };
  const seen = new MutationObserver(() => {
    for (const [key, selector] of Object.entries(sought)) {
      if (!document.querySelector(selector)?.checkVisibility()) continue;
      delete sought[key];
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { noted[key] = performance.now(); };
        port2.postMessage(null);
      });
    }
    if (Object.keys(sought).length) return;
    seen.disconnect();
    console.debug(SEEN);
  });
  seen.observe(document, { childList: true, subtree: true, attributes: true });
}

async function visit(browser, url, slowdown) {
  const { page, session, close } = await fresh(browser, slowdown);
  await page.addInitScript(keepMemories);
  await page.addInitScript(note, [WHOLE, SEEN]);
  // Whoever asks a page whether it is ready makes it run a script that takes as long as a part of it.
  const told = page.waitForEvent('console', (message) => message.text() === SEEN);
  await page.goto(url, { waitUntil: 'commit' });
  await told;
  await page.waitForFunction(() => window.noted.whole);
  await page.waitForFunction((rest) => performance.now() - Math.max(window.noted.whole, ...window.noted.long.map(({ end }) => end)) > rest, REST, { polling: 100 });
  const noted = await page.evaluate(() => {
    const paints = Object.fromEntries(performance.getEntriesByType('paint').map(({ name, startTime }) => [name, startTime]));
    const { long, control, page, question, whole, shift, largest } = window.noted;
    // As Lighthouse counts: what comes before there is anything to look at blocks nobody.
    const later = long.filter(({ end }) => end > paints['first-contentful-paint']);
    return {
      paint: paints['first-paint'],
      content: paints['first-contentful-paint'],
      largest,
      shift,
      control,
      page,
      question,
      whole,
      interactive: Math.max(paints['first-contentful-paint'], control, ...long.map(({ end }) => end)),
      blocking: later.reduce((sum, { start, end }) => sum + Math.max(0, end - start - 50), 0),
      longest: Math.max(0, ...long.map(({ start, end }) => end - start)),
    };
  });
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const module = await moduleBytes(page);
  await close();
  return { ...noted, heap: usedSize, module };
}

const { url, close } = await serve(process.argv[2]);
const browser = await launch();
try {
  for (const slowdown of SLOWDOWNS) {
    // The first visit starts the browser's own machinery, which no reader waits for again.
    await visit(browser, url, slowdown);
    const visits = [];
    for (let run = 0; run < RUNS; run += 1) visits.push(await visit(browser, url, slowdown));
    const of = (key, unit) => figure(`start.${key}.${slowdown}x`, unit, visits.map((known) => known[key] ?? 0));
    tell([
      of('paint', 'ms'), of('content', 'ms'), of('largest', 'ms'), of('control', 'ms'), of('interactive', 'ms'), of('page', 'ms'), of('question', 'ms'), of('whole', 'ms'),
      of('blocking', 'ms'), of('longest', 'ms'), of('shift', ''),
      ...slowdown === 1 ? [of('heap', 'bytes'), of('module', 'bytes')] : [],
    ]);
  }
} finally {
  await browser.close();
  close();
}
