// Measures the start of a first visit: node start.mjs FOLDER
import { keepMemories, moduleBytes } from '../tests/e2e/memory.mjs';
import { COMPLETE } from '../tests/e2e/complete.mjs';
import { figure, fresh, launch, serve, SLOWDOWNS, report } from './site.mjs';

const RUNS = 7;
/** Milliseconds without a long task after which a page counts as idle. */
const REST = 1500;

/** The console message that is written once everything has been seen. */
const SEEN = 'seen';

/** Records events in the page, from before its first script. */
function note([COMPLETE, SEEN]) {
  const noted = { long: [], shift: 0 };
  window.noted = noted;
  const observe = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe('longtask', ({ startTime, duration }) => noted.long.push({ start: startTime, end: startTime + duration }));
  observe('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) noted.shift += value; });
  observe('largest-contentful-paint', ({ startTime }) => { noted.largest = startTime; });
  // A reader begins with a preset, which is a link in the document and a button in the page, then a question. The page
  // marks itself as complete. Each counts once it has been painted.
  const sought = { control: 'summary ~ ul :is(a, button)', page: 'summary ~ ul button', question: 'main input[type=radio]', whole: COMPLETE };
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
  await page.addInitScript(note, [COMPLETE, SEEN]);
  // Polling the page would run a script in it that takes as long as a part of the page.
  const seen = page.waitForEvent('console', (message) => message.text() === SEEN);
  await page.goto(url, { waitUntil: 'commit' });
  await seen;
  await page.waitForFunction(() => window.noted.whole);
  await page.waitForFunction((rest) => performance.now() - Math.max(window.noted.whole, ...window.noted.long.map(({ end }) => end)) > rest, REST, { polling: 100 });
  const noted = await page.evaluate(() => {
    const paints = Object.fromEntries(performance.getEntriesByType('paint').map(({ name, startTime }) => [name, startTime]));
    const { long, control, page, question, whole, shift, largest } = window.noted;
    // As in Lighthouse, tasks before the first paint do not block anybody.
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
    // The first visit also starts parts of the browser, for which later visits do not wait.
    await visit(browser, url, slowdown);
    const visits = [];
    for (let run = 0; run < RUNS; run += 1) visits.push(await visit(browser, url, slowdown));
    const of = (key, unit) => figure(`start.${key}.${slowdown}x`, unit, visits.map((known) => known[key] ?? 0));
    report([
      of('paint', 'ms'), of('content', 'ms'), of('largest', 'ms'), of('control', 'ms'), of('interactive', 'ms'), of('page', 'ms'), of('question', 'ms'), of('whole', 'ms'),
      of('blocking', 'ms'), of('longest', 'ms'), of('shift', ''),
      ...slowdown === 1 ? [of('heap', 'bytes'), of('module', 'bytes')] : [],
    ]);
  }
} finally {
  await browser.close();
  close();
}
