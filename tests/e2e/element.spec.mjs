// The element <azureml-k8s-wizard>: attributes, events, properties, parts, several on a page, and what it leaves behind.
import { expect } from '@playwright/test';
import { host, TAG, up } from './element.mjs';
import { expectAccessible, field, test } from './page.mjs';

const one = (attributes = '', light = '') => `<${TAG} eager ${attributes}>${light}</${TAG}>`;
const element = (page, place = 0) => page.locator(TAG).nth(place);
const code = (wizard, text) => wizard.getByRole('code').filter({ hasText: text }).first();

test('it shows the wizard with the scenario of its attributes', async ({ page }) => {
  await host(page, one('link="v=1&cluster=aks&workload=training" cluster-name="edge-1" shell="powershell" resource-group="rg &amp; co"'));
  const wizard = await up(element(page));
  await expect(field(wizard, 'Cluster name')).toHaveValue('edge-1');
  await expect(wizard.getByRole('radio', { name: 'PowerShell' })).toBeChecked();
  await expect(code(wizard, '--cluster-name edge-1')).toBeVisible();
  expect(await element(page).evaluate((node) => new URLSearchParams(node.link).get('resource-group'))).toBe('rg & co');
});

for (const [lang, heading] of [['en', 'Commands'], ['de', 'Befehle']]) {
  test(`it reports that it is ready once it is complete (${lang})`, async ({ page }) => {
    await host(page, one(`link="v=1&cluster=aks" lang="${lang}"`), {
      head: `<script>
        addEventListener('wizard-ready', ({ target }) => {
          const [shown] = target.shadowRoot.querySelectorAll('.spoken > *');
          window.ready = [shown?.ariaBusy, shown?.querySelectorAll('code').length];
        });
      </script>`,
    });
    const wizard = await up(element(page));
    await expect(wizard.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    const count = await wizard.getByRole('code').count();
    expect(count).toBeGreaterThan(10);
    expect(await page.evaluate(() => window.ready)).toEqual(['false', count]);
  });
}

test('changes of attributes are applied, and properties and events report the scenario', async ({ page }) => {
  await host(page, `${one('link="v=1&cluster=aks"')}`, {
    head: `<script>
      addEventListener('wizard-ready', (event) => { window.ready = [event.target.localName, event.composed, event.detail.version]; });
      addEventListener('wizard-change', (event) => { (window.changes ??= []).push(event.detail); });
    </script>`,
  });
  const wizard = await up(element(page));
  expect(await page.evaluate(() => window.ready)).toEqual([TAG, true, 1]);
  const last = () => page.evaluate(() => window.changes?.at(-1));

  await field(wizard, 'Cluster name').fill('typed-1');
  await expect.poll(async () => (await last())?.link).toBe('v=1&cluster=aks&cluster-name=typed-1');
  const result = await last();
  const create = result.steps.find(({ id }) => id === 'create-extension');
  expect(create.outputs.find(({ id }) => id === 'cli').text).toContain('--cluster-name typed-1');
  expect(await element(page).evaluate((node) => node.result)).toEqual(result);

  const set = (name, value) => element(page).evaluate((node, [key, text]) => node.setAttribute(key, text), [name, value]);
  await set('cluster-name', 'set-2');
  await expect(field(wizard, 'Cluster name')).toHaveValue('set-2');
  await set('shell', 'cmd');
  await expect(wizard.getByRole('radio', { name: 'Command Prompt' })).toBeChecked();
  await set('link', 'v=1&cluster=arc');
  await expect(wizard.getByRole('radio', { name: /^Azure Arc/ })).toBeChecked();
  // The attribute of a field overrides the link.
  await expect(field(wizard, 'Cluster name')).toHaveValue('set-2');
  await element(page).evaluate((node) => { node.link = '#v=1&cluster=aks&cluster-name=by-property'; });
  await expect(field(wizard, 'Cluster name')).toHaveValue('by-property');
  expect(await element(page).evaluate((node) => node.link)).toBe('v=1&cluster=aks&cluster-name=by-property');
  await set('lang', 'de');
  await expect(wizard.getByRole('heading', { name: 'Befehle' })).toBeVisible();
  await expect(field(wizard, 'Clustername')).toHaveValue('by-property');
});

test.describe('an attribute without effect', () => {
  test.use({ expectedError: /means nothing here/ });

  test('is reported in the console, and the rest is used', async ({ page }) => {
    const messages = [];
    page.on('console', (message) => messages.push(message.text()));
    await host(page, one('link="v=1&cluster=aks&clutser-name=x" workload="trainning" fields="exposure,nodeport" output="create-extension"'));
    const wizard = await up(element(page));
    await expect(wizard.getByRole('group', { name: /endpoint/i }).first()).toBeVisible();
    expect(messages.join('\n')).toContain('nodeport');
    expect(messages.join('\n')).toContain('clutser-name=x');
    expect(messages.join('\n')).toContain('workload=trainning');
  });
});

test('a chapter carries its own question and its own part of the plan', async ({ page }) => {
  await host(page, one('link="v=1&cluster=aks&cluster-name=c1&resource-group=rg" fields="exposure,transport" output="create-extension"'));
  const wizard = await up(element(page));
  const names = await wizard.getByRole('radio').evaluateAll((radios) => [...new Set(radios.map(({ name }) => name))]);
  expect(names.sort()).toEqual(['exposure', 'layout', 'shell', 'transport']);
  await expect(wizard.getByRole('textbox')).toHaveCount(0);
  await expect(wizard.getByRole('group', { name: 'Steps of the wizard' })).toHaveCount(0);
  const steps = wizard.getByRole('heading', { level: 4 });
  await expect(steps).toHaveCount(1);
  await wizard.getByRole('radio', { name: /^NodePort/ }).check();
  await expect(code(wizard, 'inferenceRouterServiceType=NodePort')).toBeVisible();
});

test('steps are walked through, those that are asked for alone', async ({ page }) => {
  await host(page, one('link="v=1&cluster=aks" steps="endpoint,settings"'));
  const wizard = await up(element(page));
  const walk = wizard.getByRole('group', { name: 'Steps of the wizard' }).getByRole('button');
  await expect(walk).toHaveText([/^Endpoint/, /^Settings/]);
  await expect(wizard.getByRole('heading', { level: 3, name: /endpoint/i })).toBeVisible();
  await wizard.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(walk.nth(1)).toHaveAttribute('aria-current', 'step');
});

test('a part of a plan is shown alone, and another one on request', async ({ page }) => {
  await host(page, one('link="v=1&cluster=aks&cluster-name=c1&resource-group=rg&workload=training" output="create-extension"'));
  const wizard = await up(element(page));
  await expect(wizard.getByRole('group', { name: 'Cluster' })).toHaveCount(0);
  await expect(code(wizard, 'az k8s-extension create')).toBeVisible();
  await expect(code(wizard, 'az k8s-extension show')).toHaveCount(0);
  await element(page).evaluate((node) => node.setAttribute('output', 'verify-extension'));
  await expect(code(wizard, 'az k8s-extension show')).toBeVisible();
  await expect(code(wizard, 'az k8s-extension create')).toHaveCount(0);
});

test('two on a page have a scenario, a shell and a language each', async ({ page }) => {
  await host(page, `${one('link="v=1&cluster=aks&cluster-name=first"')}${one('link="v=1&cluster=arc&cluster-name=second" lang="ja" shell="powershell"')}`);
  const [first, second] = [await up(element(page, 0)), await up(element(page, 1))];
  await field(first, 'Cluster name').fill('changed');
  await expect(code(first, '--cluster-name changed')).toBeVisible();
  await expect(code(second, '--cluster-name second')).toBeVisible();
  await expect(first.getByRole('radio', { name: 'Bash' })).toBeChecked();
  await expect(second.getByRole('heading', { name: 'コマンド' })).toBeVisible();
  // After the other has changed its language, the texts of this one stay in its own.
  await first.getByRole('radio', { name: /^Azure Arc/ }).check();
  await expect(first.getByRole('heading', { name: 'Commands' })).toBeVisible();
  await first.getByRole('combobox', { name: 'Language' }).selectOption('fr');
  await expect(first.getByRole('heading', { name: 'Commandes' })).toBeVisible();
  await expect(second.getByRole('heading', { name: 'コマンド' })).toBeVisible();
});

test('the panels load into the element, use its language, and leave the host page unchanged', async ({ page }) => {
  await host(page, `${one('link="v=1&cluster=aks&cluster-name=c1"')}${one('lang="de"')}`);
  const [first, second] = [await up(element(page, 0)), await up(element(page, 1))];
  const hostState = () => page.evaluate(() => [document.head.innerHTML, document.body.children.length, document.title, location.href]);
  const before = await hostState();
  await first.getByRole('button', { name: 'Paste what you have' }).click();
  await first.getByRole('textbox', { name: /^A command/ }).fill('az k8s-extension create --cluster-name other');
  await expect(first.getByText('other').first()).toBeVisible();
  await second.getByRole('button', { name: 'Szenarien' }).click();
  await expect(second.getByRole('button', { name: /Datei/ }).first()).toBeVisible();
  // Pointing at a command explains its words.
  await first.getByText('--cluster-name', { exact: true }).first().hover();
  await expect(first.getByRole('status').filter({ hasText: /cluster/i }).first()).toBeVisible();
  expect(await hostState()).toEqual(before);
});

test('it copies, even if the clipboard is refused', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await host(page, one('link="v=1&cluster=aks&cluster-name=c1&resource-group=rg&workload=training" output="create-extension"'));
  const wizard = await up(element(page));
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const copy = wizard.getByRole('button', { name: /^Copy/ }).first();
  await copy.click();
  await expect(wizard.getByText('Copied').first()).toBeVisible();
  const command = await copied();
  expect(command).toContain('az k8s-extension create');

  await page.evaluate(async () => {
    await navigator.clipboard.writeText('before');
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
  });
  await copy.click();
  await expect.poll(copied).toBe(command);
});

test('it says that it has copied only if it has', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await host(page, one('link="v=1&cluster=aks&cluster-name=c1&resource-group=rg&workload=training" output="create-extension"'));
  const wizard = await up(element(page));
  await page.evaluate(async () => {
    await navigator.clipboard.writeText('before');
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
    // The event that copies does not reach the wizard.
    addEventListener('copy', (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true);
  });
  await wizard.getByRole('button', { name: /^Copy/ }).first().click();
  await expect(wizard.getByRole('status').filter({ hasText: /select/ })).toBeVisible();
  await expect(wizard.getByText('Copied')).toHaveCount(0);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('before');
});

test('single keys are the element’s where the focus is in it, and the page’s elsewhere', async ({ page }) => {
  await host(page, `<button>outside</button>${one('link="v=1&cluster=aks"')}<script>
    window.heard = []; addEventListener('keydown', (event) => window.heard.push(event.key));</script>`);
  const wizard = await up(element(page));
  await field(wizard, 'Cluster name').press('s');
  await page.getByRole('button', { name: 'outside' }).focus();
  await page.keyboard.press('/');
  await expect(wizard.getByRole('dialog')).toHaveCount(0);
  await wizard.getByRole('heading', { name: 'Commands' }).focus();
  await page.keyboard.press('/');
  await expect(wizard.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => window.heard)).toEqual(['/', 'Escape']);
});

test('its light content is shown until it is ready, and before it is near it loads only its script', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await host(page, `<p style="height: 4000px">far</p><${TAG}><p>static commands</p></${TAG}>`);
  await expect(page.getByText('static commands')).toBeVisible();
  await page.evaluate(() => new Promise((then) => { requestIdleCallback(() => requestIdleCallback(then)); }));
  expect(asked).toEqual(['/host.html', '/embed/embed.js']);
  await element(page).scrollIntoViewIfNeeded();
  await up(element(page));
  await expect(page.getByText('static commands')).toBeHidden();
});

test('a distant element loads once it is eager', async ({ page }) => {
  await host(page, `<p style="height: 4000px">far</p><${TAG}><p>static commands</p></${TAG}>`);
  await expect(page.getByText('static commands')).toBeVisible();
  await element(page).evaluate((node) => node.toggleAttribute('eager', true));
  await up(element(page));
});

test.describe('where a file is refused', () => {
  test.use({ expectedError: /Failed to (load|find)|cannot (start|load)/ });

  for (const what of ['wasm', 'css', 'js']) {
    test(`the light content stays, and an event reports it (${what})`, async ({ page }) => {
      const file = { wasm: /embed\/element-.*\.wasm/, css: /embed\/style-.*\.css/, js: /embed\/element-.*\.js/ }[what];
      await page.route(file, (route) => route.abort());
      await host(page, one('', '<p>static commands</p>'), {
        head: '<script>addEventListener(\'wizard-error\', () => { window.failed = true; });</script>',
      });
      await expect.poll(() => page.evaluate(() => window.failed)).toBe(true);
      await expect(page.getByText('static commands')).toBeVisible();
    });
  }

  test('a file that fails its integrity check does not run', async ({ page }) => {
    await page.route(/embed\/element-.*\.wasm/, async (route) => {
      const response = await route.fetch();
      const body = Buffer.concat([await response.body(), Buffer.from([0, 1, 0])]);
      await route.fulfill({ response, body });
    });
    await host(page, one('', '<p>static commands</p>'), {
      head: '<script>addEventListener(\'wizard-error\', () => { window.failed = true; });</script>',
    });
    await expect.poll(() => page.evaluate(() => window.failed)).toBe(true);
    await expect(page.getByText('static commands')).toBeVisible();
  });
});

test('it uses the colours of the host page, but its own attribute takes precedence', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await host(page, one('link="v=1&cluster=aks"'));
  const wizard = await up(element(page));
  const lightness = () => wizard.getByRole('heading', { name: 'Commands' }).evaluate((node) => {
    const [red] = getComputedStyle(node).color.match(/\d+/g).map(Number);
    return red > 128 ? 'light words' : 'dark words';
  });
  // A page without a colour scheme is light.
  expect(await lightness()).toBe('dark words');
  for (const [name, dark, light] of [['data-theme', 'dark', 'light'], ['data-md-color-scheme', 'slate', 'default'], ['data-bs-theme', 'dark', 'light']]) {
    const setScheme = (value) => page.evaluate(([key, text]) => {
      if (text) document.body.setAttribute(key, text); else document.body.removeAttribute(key);
    }, [name, value]);
    await setScheme(dark);
    await expect.poll(lightness).toBe('light words');
    await setScheme(light);
    await expect.poll(lightness).toBe('dark words');
    await setScheme('');
  }
  await page.evaluate(() => { document.body.dataset.theme = 'auto'; });
  await expect.poll(lightness).toBe('light words');
  await element(page).evaluate((node) => node.setAttribute('theme', 'light'));
  await expect.poll(lightness).toBe('dark words');
});

test('it is moved without losing anything, and taken off and put back with what was typed', async ({ page }) => {
  await host(page, `<div role="region" aria-label="place"></div>${one('link="v=1&cluster=aks"')}`);
  const wizard = await up(element(page));
  await field(wizard, 'Cluster name').fill('kept');
  await wizard.getByRole('button', { name: 'Paste what you have' }).click();
  await wizard.getByRole('textbox', { name: /^A command/ }).fill('az pasted');
  await element(page).evaluate((node) => document.querySelector('[role=region]').append(node));
  await expect(wizard.getByRole('textbox', { name: /^A command/ })).toHaveValue('az pasted');
  await element(page).evaluate(async (node) => {
    const place = node.parentElement;
    node.remove();
    await new Promise(requestAnimationFrame);
    place.append(node);
  });
  await up(element(page));
  await expect(field(wizard, 'Cluster name')).toHaveValue('kept');
});

test('fifty elements that are added and removed leak no listener and no memory', async ({ page }) => {
  test.slow();
  await host(page, '<div role="region" aria-label="place"></div>');
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  const count = async () => {
    for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
    const { jsEventListeners, nodes } = await session.send('Memory.getDOMCounters');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return { jsEventListeners, nodes, usedSize };
  };
  const mount = (times) => page.evaluate(async ([tag, most]) => {
    const place = document.querySelector('[role=region]');
    for (let i = 0; i < most; i += 1) {
      const wizard = document.createElement(tag);
      wizard.setAttribute('eager', '');
      wizard.setAttribute('cluster', 'aks');
      const ready = new Promise((then) => { wizard.addEventListener('wizard-ready', then); });
      place.append(wizard);
      await ready;
      // With the panels, every other time.
      if (i % 2) {
        const [button] = [...wizard.shadowRoot.querySelectorAll('button')].filter((known) => known.textContent === 'Paste what you have');
        button.click();
        const begun = performance.now();
        while (!wizard.shadowRoot.querySelector('textarea')) {
          if (performance.now() - begun > 20_000) throw new Error('the panels do not load');
          await new Promise(requestAnimationFrame);
        }
      }
      wizard.remove();
      await new Promise(requestAnimationFrame);
    }
  }, [TAG, times]);
  const empty = await count();
  // The first ones load what stays: the script, the compiled modules, and caches of the browser.
  await mount(20);
  const before = await count();
  await mount(50);
  const after = await count();
  console.log(`after 50: listeners ${empty.jsEventListeners} → ${after.jsEventListeners}, nodes ${empty.nodes} → ${after.nodes}, heap ${before.usedSize} → ${after.usedSize}`);
  expect(after.jsEventListeners).toBe(empty.jsEventListeners);
  expect(after.nodes).toBeLessThanOrEqual(empty.nodes);
  // A leaked element takes about 170 kB of the script's memory, without the memory of its module.
  expect(after.usedSize - before.usedSize).toBeLessThan(80_000);
});

for (const [theme, width] of [['dark', 320], ['light', 1280]]) {
  test(`axe finds nothing, and nothing is wider than its place (${theme}, ${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await host(page, `${one(`link="v=1&cluster=aks&exposure=internal" theme="${theme}"`)}
      ${one(`link="v=1&cluster=aks" theme="${theme}" fields="exposure" output="create-extension"`)}
      ${one(`link="v=1&cluster=arc" theme="${theme}"`)}`, {
      head: `<meta name="viewport" content="width=device-width"><style>body { margin: 0 }</style>`,
    });
    await up(element(page, 0));
    await up(element(page, 1));
    await up(element(page, 2));
    await expectAccessible(page, 'a page with three');
  });
}

test('a strict policy of the host page refuses nothing', async ({ page }) => {
  const refused = [];
  await page.exposeFunction('tellRefused', (what) => refused.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      window.tellRefused([effectiveDirective, blockedURI, sample].join(' '));
    });
  });
  await host(page, one('link="v=1&cluster=aks&cluster-name=c1&resource-group=rg" lang="fr" theme="dark"', 'static'), {
    headers: {
      'Content-Security-Policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  });
  const wizard = element(page);
  await expect(wizard.getByRole('heading', { name: 'Commandes' })).toBeVisible();
  await wizard.getByRole('radio', { name: 'PowerShell' }).check();
  await wizard.getByText('--cluster-name', { exact: true }).first().hover();
  await expect(wizard.getByRole('status').filter({ hasText: /grappe|cluster/i }).first()).toBeVisible();
  await wizard.getByRole('group').getByText('Schéma de ce qui existera', { exact: true }).click();
  await expect(wizard.getByRole('img').first()).toBeVisible();
  await wizard.getByRole('button', { name: 'Comparer' }).click();
  await wizard.getByRole('combobox', { name: 'Langue' }).selectOption('de');
  await expect(wizard.getByRole('heading', { name: 'Befehle' })).toBeVisible();
  expect(refused).toEqual([]);
});

test('printing the host page includes the plan, and no controls', async ({ page }) => {
  await host(page, one('link="v=1&cluster=aks&cluster-name=c1&resource-group=rg&workload=training" theme="dark"'));
  const wizard = await up(element(page));
  await page.emulateMedia({ media: 'print' });
  await expect(code(wizard, 'az k8s-extension create')).toBeVisible();
  await expect(wizard.getByRole('button', { name: 'Next', exact: true })).toBeHidden();
  await expect(wizard.getByRole('button', { name: /^Copy/ }).first()).toBeHidden();
});
