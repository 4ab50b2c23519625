// Refusals of browsers, unusual actions of users, and settings of systems: no error, and no typed text is lost.
import { expect } from '@playwright/test';
import { keepMemories, moduleBytes } from './memory.mjs';
import { choose, command, field, fragment, open, planned, reload, step, STEPS, test, violations, watch } from './page.mjs';

const COMPLETE =
  'v=1&cluster=aks&subscription=11111111-2222-3333-4444-555555555555&resource-group=rg-1&cluster-name=c1'
  + '&cname=ml.example.org&cert-file=ml.pem&key-file=ml.key&workspace=mlw';
const FINDINGS =
  'edition=arc-preview&foo=1&resource-group=a%20b&exposure=cluster-ip&identity=user-assigned&identity-ids=x';
const CHECK = 'Check the extension';

/** The path through the wizard and back through the address that every visitor needs. */
const walk = async (page) => {
  await choose(page, 'Cluster', /^Azure Kubernetes Service/);
  await field(page, 'Cluster name').fill('c-walk');
  for (const name of STEPS.slice(1)) {
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(step(page, name)).toHaveAttribute('aria-current', 'step');
  }
  await field(page, 'Workspace').fill('mlw-walk');
  await expect(command(page, 'Check the compute')).toContainText('--workspace-name mlw-walk');
  await expect.poll(() => fragment(page)).toContain('workspace=mlw-walk');
  await reload(page);
  await expect(command(page, CHECK).first()).toContainText('--cluster-name c-walk');
};

test.describe('what a browser refuses', () => {
  test('a page whose storage throws at every touch works, and its address keeps what was typed', async ({ page }) => {
    await page.addInitScript(() => {
      for (const storage of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, storage, {
          get() { throw new DOMException('The operation is insecure.', 'SecurityError'); },
        });
      }
    });
    await open(page);
    await walk(page);
  });

  test('a page whose storage is full works, and its address keeps what was typed', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => { throw new DOMException('It is full.', 'QuotaExceededError'); };
    });
    await open(page);
    await walk(page);
  });

  test('where the browser refuses to copy, the command is selected, to be copied by hand', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
      document.execCommand = () => false;
    });
    await open(page, COMPLETE);
    await planned(page, 'Sign in and choose the subscription').getByRole('button', { name: /^Copy/ }).first().click();
    await expect(page.getByRole('status').filter({ hasText: 'press Ctrl+C' })).toHaveCount(1);
    expect(await page.evaluate(() => String(getSelection()))).toContain('az login');
  });
});

test.describe('preferences of a system', () => {
  test('with reduced motion, nothing moves and nothing fades', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    await field(page, 'Cluster name').pressSequentially('c1');
    await choose(page, 'Cluster', /^Azure Kubernetes Service/);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    const moving = await page.evaluate(() => [...document.querySelectorAll('body, body *')].flatMap((element) =>
      [element, '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(element, part === element ? null : part);
        const fades = style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
        // A mark that appears and disappears in one step is not motion.
        const moves = style.animationName !== 'none' && !/^steps|^step-/.test(style.animationTimingFunction);
        return fades || moves ? [element.outerHTML.slice(0, 200)] : [];
      })));
    expect(moving).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  });

  /** The lightness of the background and of the heading's text, from 0 to 1. */
  const lightness = (page) => page.getByRole('heading', { level: 1 }).evaluate((heading) => {
    const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    return [getComputedStyle(document.body).backgroundColor, getComputedStyle(heading).color].map((colour) => {
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      const [red, green, blue] = brush.getImageData(0, 0, 1, 1).data;
      return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    });
  });

  test('the page is dark if preferred, and changes with the preference', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(page);
    const [darkGround, lightWords] = await lightness(page);
    expect(darkGround).toBeLessThan(0.2);
    expect(lightWords).toBeGreaterThan(0.7);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(async () => (await lightness(page))[0]).toBeGreaterThan(0.8);
    expect((await lightness(page))[1]).toBeLessThan(0.3);
  });

  test('text is readable while the colours change', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(page, COMPLETE);
    await step(page, 'Endpoint').click();
    // Transitions stay at their start.
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Animation.enable');
    await devtools.send('Animation.setPlaybackRate', { playbackRate: 0 });
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(async () => (await lightness(page))[1]).toBeLessThan(0.3);
    expect(await violations(page, ':root', ['color-contrast'])).toEqual([]);
  });

  for (const colorScheme of ['light', 'dark']) {
    test(`with more contrast, text has seven to one (${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ contrast: 'more', colorScheme });
      await open(page, FINDINGS);
      for (const name of ['Cluster', 'Settings']) {
        await step(page, name).click();
        expect(await violations(page, ':root', ['color-contrast-enhanced']), name).toEqual([]);
      }
    });
  }

  test('in forced colours every control has an edge', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await open(page, FINDINGS);
    for (const name of STEPS) {
      await step(page, name).click();
      const edgeless = await page.getByRole('button').or(page.getByRole('textbox')).evaluateAll((nodes) => nodes
        .map((node) => [getComputedStyle(node), node.outerHTML])
        .filter(([style]) => style.borderStyle === 'none' && style.textDecorationLine === 'none').map(([, html]) => html));
      expect(edgeless, name).toEqual([]);
    }
  });

  test('in forced colours the focus is visible', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await open(page, FINDINGS);
    const unseen = [];
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press('Tab');
      unseen.push(...await page.evaluate(() => {
        const focused = document.activeElement;
        // A choice may show it on its complete card.
        const shapes = [focused, focused.closest('label') ?? focused].map((element) => getComputedStyle(element));
        const isSeen = shapes.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1);
        return isSeen ? [] : [focused.outerHTML];
      }));
    }
    expect(unseen).toEqual([]);
  });
});

test.describe('at a zoom of 400 %', () => {
  // 1280 × 1024, four times as large.
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

  test('the complete path works, and nothing scrolls sideways', async ({ page }) => {
    await open(page);
    await walk(page);
    await open(page, FINDINGS);
    for (const name of STEPS) {
      await step(page, name).click();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, name).toBeLessThanOrEqual(0);
    }
  });

  test('the focused element is not hidden behind sticky elements', async ({ page }) => {
    await open(page);
    for (const name of STEPS) {
      await step(page, name).click();
      for (const input of await page.getByRole('textbox').or(page.getByRole('radio')).all()) {
        await input.focus();
        // A part of it is visible, as WCAG 2.4.11 requires.
        const isHidden = await input.evaluate((node) => {
          const box = node.getBoundingClientRect();
          const points = [box.top + 1, (box.top + box.bottom) / 2, box.bottom - 1];
          return points.every((y) => document.elementFromPoint((box.left + box.right) / 2, y) !== node);
        });
        expect(isHidden, `${await input.getAttribute('name')} in ${name}`).toBe(false);
      }
    }
  });
});

test.describe('paths through the page', () => {
  const PRESETS = ['Proof of concept', 'Production on AKS', 'Private on AKS'];

  test('back and forward go through links as they were opened', async ({ page }) => {
    await open(page, 'cluster=aks&cluster-name=first');
    const name = field(page, 'Cluster name');
    await page.evaluate(() => { location.hash = 'workload=training&cluster-name=second'; });
    await expect(name).toHaveValue('second');
    await page.evaluate(() => { location.hash = 'cluster-name=third'; });
    await expect(name).toHaveValue('third');
    await name.fill('third-typed');
    await expect.poll(() => fragment(page)).toContain('third-typed');
    await page.goBack();
    await expect(name).toHaveValue('second');
    await page.goBack();
    await expect(name).toHaveValue('first');
    await page.goForward();
    await page.goForward();
    await expect(name).toHaveValue('third-typed');
    await expect(command(page, CHECK).first()).toContainText('--cluster-name third-typed');
  });

  test('back and forward go through presets, and every name stays', async ({ page }) => {
    await open(page, 'cluster-name=mine');
    const card = (name) => {
      const named = { name: new RegExp(`^${name}`) };
      return page.getByRole('button', named).or(page.getByRole('radio', named)).first();
    };
    const seen = [];
    for (const preset of PRESETS) {
      if (!(await card(preset).isVisible())) await page.getByText('Start from').first().click();
      const before = fragment(page);
      await card(preset).click();
      await expect.poll(() => fragment(page)).not.toBe(before);
      await expect(field(page, 'Cluster name')).toHaveValue('mine');
      seen.push(fragment(page));
    }
    await page.goBack();
    await expect.poll(() => fragment(page)).toBe(seen[1]);
    await page.goBack();
    await expect.poll(() => fragment(page)).toBe(seen[0]);
    await expect(command(page, CHECK).first()).toContainText('--cluster-name mine');
    await page.goForward();
    await page.goForward();
    await expect.poll(() => fragment(page)).toBe(seen[2]);
    await expect(field(page, 'Cluster name')).toHaveValue('mine');
  });

  test('two tabs have a scenario each, and neither disturbs the other', async ({ page, context, baseURL }) => {
    await open(page, 'cluster-name=left');
    const other = await context.newPage();
    const errors = watch(other, baseURL);
    await open(other, 'cluster=aks&cluster-name=right');
    for (const [tab, letters] of [[page, '-1'], [other, '-2']]) {
      await field(tab, 'Cluster name').press('End');
      await field(tab, 'Cluster name').pressSequentially(letters);
    }
    await step(other, 'Workload').click();
    await choose(other, 'Workload', /^Inference/);
    await reload(page);
    await reload(other);
    await expect(field(page, 'Cluster name')).toHaveValue('left-1');
    await expect(command(page, CHECK).first()).toContainText('--cluster-type connectedClusters');
    await expect(command(other, CHECK).first()).toContainText('--cluster-name right-2');
    await expect.poll(() => fragment(other)).toContain('workload=inference');
    expect(fragment(page)).not.toContain('workload=inference');
    expect(errors).toEqual([]);
  });

  test('a reload in the middle of a word loses no letter', async ({ page }) => {
    await open(page);
    await field(page, 'Resource group').fill('rg-one');
    await field(page, 'Cluster name').pressSequentially('half-a-na');
    await reload(page);
    await expect(field(page, 'Resource group')).toHaveValue('rg-one');
    await expect(field(page, 'Cluster name')).toHaveValue('half-a-na');
    // Neither a character that no name may contain, nor a space that matters only while typing.
    await field(page, 'Cluster name').press('End');
    await field(page, 'Cluster name').pressSequentially('!  x');
    await reload(page);
    await expect(field(page, 'Cluster name')).toHaveValue('half-a-na!  x');
  });

  test('a link that is opened after leaving a page in the middle of a word gives its own scenario', async ({ page }) => {
    await open(page);
    await field(page, 'Cluster name').pressSequentially('xyz');
    await page.goto('about:blank');
    // The address after the first letter.
    await open(page, 'v=1&cluster-name=x');
    await expect(field(page, 'Cluster name')).toHaveValue('x');
  });

  test('two hundred quick toggles leave the plan that the last answers give', async ({ page, context }) => {
    await open(page, COMPLETE);
    const toggle = (group, times) =>
      page.getByRole('group', { name: group, exact: true }).getByRole('radio').evaluateAll((radios, count) => {
        for (let i = 1; i <= count; i += 1) radios[i % radios.length].click();
      }, times);
    await toggle('Cluster', 67);
    await step(page, 'Workload').click();
    await toggle('Workload', 67);
    await choose(page, 'Workload', /^Inference/);
    await step(page, 'Endpoint').click();
    await toggle('Exposure', 66);
    await choose(page, 'Exposure', 'NodePort');
    const create = command(page, 'Install the Azure Machine Learning extension');
    await expect(create).toContainText('inferenceRouterServiceType=NodePort');
    await expect.poll(() => fragment(page)).toContain('exposure=node-port');
    const codes = (on) => on.getByRole('region', { name: 'Commands' }).getByRole('code').allTextContents();
    const fresh = await context.newPage();
    await open(fresh, fragment(page).slice(1));
    expect(await codes(page)).toEqual(await codes(fresh));
  });
});

test.describe('where the page cannot work', () => {
  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('the page says that it needs JavaScript', async ({ page }) => {
      await page.goto('./');
      await expect(page.getByText(/JavaScript/).filter({ visible: true })).toHaveCount(1);
    });
  });

  test('where the module does not arrive, the page says that it needs WebAssembly', async ({ browser, baseURL }) => {
    const page = await browser.newPage();
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto(baseURL);
    await expect(page.getByRole('alert').filter({ hasText: /WebAssembly/ })).toBeVisible();
    await page.close();
  });

  test('where there is no WebAssembly, the page says that it needs it', async ({ browser, baseURL }) => {
    const page = await browser.newPage();
    await page.addInitScript(() => { delete window.WebAssembly; });
    await page.goto(baseURL);
    await expect(page.getByRole('alert').filter({ hasText: /WebAssembly/ })).toBeVisible();
    await page.close();
  });

  test('where the page works, it does not say what it needs', async ({ page }) => {
    await open(page);
    await expect(page.getByText(/JavaScript|WebAssembly/).filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('a page that fails shows a message, with a link to the scenario and a button to start again', async ({ page }) => {
    await open(page);
    await field(page, 'Cluster name').fill('not-lost');
    await expect.poll(() => fragment(page)).toContain('not-lost');
    await page.evaluate(() => {
      window.dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }));
    });
    const alert = page.getByRole('alert').filter({ has: page.getByRole('heading', { name: 'Something went wrong' }) });
    await expect(alert).toBeVisible();
    await expect(alert.getByRole('link', { name: 'Open this scenario again' })).toHaveAttribute('href', /#.*cluster-name=not-lost/);
    await alert.getByRole('button', { name: 'Reload' }).click();
    await expect(field(page, 'Cluster name')).toHaveValue('not-lost');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('an error that is not the page’s own breaks nothing down', async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      window.dispatchEvent(new ErrorEvent('error', { error: new TypeError('of an extension of the browser') }));
    });
    await field(page, 'Cluster name').fill('goes-on');
    await expect(command(page, CHECK).first()).toContainText('--cluster-name goes-on');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});

test('removed content takes no memory', async ({ page }) => {
  await page.addInitScript(keepMemories);
  await open(page);
  /** Shows the plan of each edition in turn, several times, and returns the bytes of the module's memory. */
  const taken = async (times) => {
    await page.evaluate(async (switches) => {
      const editions = [...document.querySelectorAll('input[name=edition]')];
      for (let i = 0; i < switches; i += 1) {
        editions[i % editions.length].click();
        // Deferred tasks run in between.
        await new Promise((then) => { setTimeout(then); });
      }
    }, times);
    return moduleBytes(page);
  };
  const before = await taken(30);
  expect(before).toBeGreaterThan(1_000_000);
  // A leaked plan takes more than ten thousand bytes each time.
  expect(await taken(300) - before).toBeLessThan(300_000);
});
