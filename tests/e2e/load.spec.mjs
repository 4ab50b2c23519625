// How the page loads: its frame first, and without layout shifts.
import { expect } from '@playwright/test';
import { command, expectAccessible, fragment, isComplete, open, test, complete } from './page.mjs';

/** The cumulative layout shift since the page began. */
const layoutShift = (page) => page.evaluate(async () => {
  const frames = async (count) => {
    for (let i = 0; i < count; i += 1) await new Promise(requestAnimationFrame);
  };
  // Browsers measure a layout when it is painted.
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

/** Opens the page without its module. The returned function releases the module. Nothing is painted before the style sheet has loaded. */
const hold = async (page, link = '') => {
  let arrive;
  const held = new Promise((release) => { arrive = release; });
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`./${link}`, { waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
  return arrive;
};
/** The initial content of the document itself. */
const links = (page) => page.getByRole('group').filter({ hasText: 'Start from' }).getByRole('link');

for (const width of [320, 1280]) {
  test(`the frame of the page is there before the module, and stays where it is (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const arrive = await hold(page);
    const title = page.getByRole('heading', { level: 1 });
    await expect(title).toBeVisible();
    const presets = page.getByRole('group').filter({ hasText: 'Start from' });
    // The place and the text of each: the title, the lead, each preset.
    const places = async () => {
      const parts = [title, page.getByText('Answer a few questions'), presets.getByRole('listitem'), presets];
      const all = (await Promise.all(parts.map((part) => part.all()))).flat();
      return Promise.all(all.map(async (part) => [await part.boundingBox(), await part.innerText()]));
    };
    await expect(presets.getByRole('link')).toHaveCount(8);
    const before = await places();
    await expect(page.getByRole('heading', { name: 'Commands' })).toHaveCount(0);
    arrive();
    await expect(page.getByRole('heading', { name: 'Commands' })).toBeVisible();
    await isComplete(page);
    await expect(presets.getByRole('button')).toHaveCount(8);
    expect(await places()).toEqual(before);
    expect(await layoutShift(page)).toBeLessThan(0.01);
  });

  test(`a link with many findings loads without a layout shift (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, 'edition=arc-preview&foo=1&resource-group=a%20b&exposure=cluster-ip&identity-ids=x');
    expect(await layoutShift(page)).toBeLessThan(0.01);
  });
}

test('the page is busy until its last part is there, and again while it comes in another language', async ({ page }) => {
  // Each state of the page between two of its tasks: its language, its busy mark, and the amount of content.
  await page.addInitScript(() => {
    window.states = [];
    new MutationObserver(() => {
      const shown = document.querySelector('.spoken > *');
      if (!shown) return;
      const parts = ['input', 'code', 'footer', 'dialog'].map((name) => shown.querySelectorAll(name).length);
      window.states.push({ lang: shown.parentElement.lang, busy: shown.ariaBusy, parts: parts.join() });
    }).observe(document, { childList: true, subtree: true, attributes: true });
  });
  await open(page, 'cluster=aks');
  await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('Deutsch');
  await expect(page.getByRole('heading', { name: 'Befehle', exact: true })).toBeVisible();
  await isComplete(page);
  const states = await page.evaluate(() => window.states);
  for (const lang of ['en', 'de']) {
    const spoken = states.filter((state) => state.lang === lang);
    const isBusy = spoken.map(({ busy }) => busy);
    // Busy first, then complete.
    expect([...new Set(isBusy)]).toEqual(['true', 'false']);
    expect(isBusy.indexOf('false')).toBeGreaterThan(isBusy.lastIndexOf('true'));
    const parts = (busy) => new Set(spoken.filter((state) => state.busy === busy).map((state) => state.parts));
    expect(parts('true').size).toBeGreaterThan(10);
    expect(parts('false').size).toBe(1);
  }
});

test.describe('until the module is there', () => {
  test('a preset leads to its scenario', async ({ page }) => {
    const arrive = await hold(page);
    await links(page).filter({ hasText: 'Training on Arc' }).click();
    await expect.poll(() => fragment(page)).toBe('#v=1&workload=training');
    await expect(links(page).and(page.locator('[aria-current=true]'))).toHaveText(/^Training on Arc/);
    arrive();
    await isComplete(page);
    const create = command(page, 'Install the Azure Machine Learning extension');
    await expect(create).toContainText('enableTraining=True');
    await expect(create).not.toContainText('enableInference');
    await expect(page.getByText('Training on Arc', { exact: true }).filter({ visible: true })).toHaveCount(1);
    await expect(page.getByText('This scenario came with a link.')).toHaveCount(0);
    await page.goBack();
    await expect.poll(() => fragment(page)).toBe('');
    await expect(create).toContainText('enableInference=True');
  });

  test('texts of an address that somebody else has set meanwhile are reported', async ({ page }) => {
    const arrive = await hold(page);
    await expect(links(page)).toHaveCount(8);
    await page.evaluate(() => { location.hash = 'v=1&cluster=aks&cluster-name=theirs'; });
    arrive();
    await isComplete(page);
    await expect(page.getByText('This scenario came with a link.')).toBeVisible();
    await expect(page.getByRole('status').getByText('theirs')).toBeVisible();
  });

  test('a preset that is being pressed when the module comes is taken', async ({ page }) => {
    const arrive = await hold(page);
    await links(page).filter({ hasText: 'Production on AKS' }).hover();
    await page.mouse.down();
    arrive();
    // The complete page is built, and stays hidden until then.
    await expect(complete(page)).toHaveCount(1);
    await expect(complete(page)).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Commands' })).toHaveCount(0);
    await page.mouse.up();
    await expect(page.getByRole('heading', { name: 'Commands' })).toBeVisible();
    await expect(page.getByText('Production on AKS', { exact: true }).filter({ visible: true })).toHaveCount(1);
    expect(fragment(page)).toBe('#v=1&cluster=aks');
  });

  test('a focus goes to the heading of the presets', async ({ page }) => {
    const arrive = await hold(page);
    await links(page).last().focus();
    arrive();
    await isComplete(page);
    await expect(page.getByText('Start from', { exact: true }).locator('xpath=..')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Proof of concept' })).toBeFocused();
  });

  test('it is accessible', async ({ page }) => {
    await hold(page);
    await expect(links(page)).toHaveCount(8);
    await expectAccessible(page, 'the document');
  });

  test('the scroll position stays', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 700 });
    const arrive = await hold(page);
    await links(page).last().scrollIntoViewIfNeeded();
    const scrolled = () => page.evaluate(() => scrollY);
    const before = await scrolled();
    expect(before).toBeGreaterThan(300);
    // The last position in each frame in which the page appears.
    await page.evaluate(() => {
      window.places = new Set();
      const look = () => { window.places.add(scrollY); requestAnimationFrame(look); };
      look();
    });
    arrive();
    await isComplete(page);
    expect(await page.evaluate(() => [...window.places])).toEqual([before]);
  });

  for (const [who, link, language, kept] of [
    ['who brings a scenario', '#v=1&cluster=aks', 'en-GB', ''],
    ['who reads another language', '', 'ko-KR', ''],
    ['who has chosen another language', '', 'en-US', 'shell=cmd&lang=de'],
  ]) {
    test.describe(who, () => {
      test.use({ locale: language });

      test('sees the title alone', async ({ page }) => {
        await page.addInitScript((kept) => { localStorage.setItem('azureml-k8s-wizard.preferences', kept); }, kept);
        await hold(page, link);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByText('Start from')).toBeHidden();
        await expect(page.getByText('Answer a few questions')).toBeHidden();
      });
    });
  }
});

test('a first visit does not fetch the panels, and the first look at the plan does', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const second = () => asked.filter((path) => path.includes('panels'));
  await open(page);
  // There are missing values and notes, but nothing that the panels could repair.
  await expect(page.getByRole('heading', { name: /^Worth a look/ })).toBeVisible();
  expect(second()).toEqual([]);
  await page.getByRole('region', { name: 'Commands' }).getByRole('code').first().hover();
  await expect.poll(() => second().some((path) => path.endsWith('.wasm'))).toBe(true);
});
