// How the page comes: its frame first, and nothing jumps.
import { expect } from '@playwright/test';
import { isWhole, open, test } from './page.mjs';

/** How much of what was shown has moved by itself since the page began, as browsers measure it. */
const layoutShift = (page) => page.evaluate(async () => {
  const frames = async (count) => {
    for (let i = 0; i < count; i += 1) await new Promise(requestAnimationFrame);
  };
  // What has been laid out is measured when it is painted.
  await frames(2);
  let sum = 0;
  const add = (shifts) => {
    for (const { value, hadRecentInput } of shifts) sum += hadRecentInput ? 0 : value;
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  await frames(2);
  add(observer.takeRecords());
  return sum;
});

test('a jump that is made on purpose is measured', async ({ page }) => {
  await open(page);
  await page.evaluate(() => { document.body.style.paddingTop = '300px'; });
  expect(await layoutShift(page)).toBeGreaterThan(0.1);
});

for (const width of [320, 1280]) {
  test(`the frame of the page is there before the module, and stays where it is (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    let arrive;
    const held = new Promise((release) => { arrive = release; });
    await page.route('**/*.wasm', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('./', { waitUntil: 'commit' });
    const title = page.getByRole('heading', { level: 1 });
    await expect(title).toBeVisible();
    // Nothing is painted before the style sheet is there.
    await expect.poll(() => page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
    const place = async () => {
      const { x, y, height } = await title.boundingBox();
      return { x, y, height };
    };
    const before = await place();
    await expect(page.getByRole('heading', { name: 'Commands' })).toHaveCount(0);
    arrive();
    await expect(page.getByRole('heading', { name: 'Commands' })).toBeVisible();
    await isWhole(page);
    expect(await place()).toEqual(before);
    expect(await layoutShift(page)).toBeLessThan(0.01);
  });

  test(`a link with much to say loads without a jump (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, 'edition=arc-preview&foo=1&resource-group=a%20b&exposure=cluster-ip&identity-ids=x');
    expect(await layoutShift(page)).toBeLessThan(0.01);
  });
}

test('a first visit fetches nothing of the second module, and the first look at the plan does', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const second = () => asked.filter((path) => path.includes('workbench'));
  await open(page);
  // There is something to fill in and to know of, but nothing that the second module could mend.
  await expect(page.getByRole('heading', { name: /^Worth a look/ })).toBeVisible();
  expect(second()).toEqual([]);
  await page.getByRole('region', { name: 'Commands' }).getByRole('code').first().hover();
  await expect.poll(() => second().some((path) => path.endsWith('.wasm'))).toBe(true);
});
