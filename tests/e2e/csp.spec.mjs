// The page under a strict policy of its host: the policy refuses nothing that the page does.
import { readFile, stat } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { LANGUAGES } from './languages.mjs';
import { choose, command, field, open, planned, reload, step, STEPS, test as base } from './page.mjs';
import { serve } from './server.mjs';

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; " +
  'trusted-types azureml-k8s-wizard';
const FULL =
  'cluster=aks&subscription=11111111-2222-3333-4444-555555555555&resource-group=rg-one&cluster-name=c1&workspace=mlw&namespace=ml-team' +
  '&cert-file=cert.pem&key-file=key.pem&cname=ml.contoso.com';
const CHECK = 'Check the extension';

// Each page reports what its policy refuses, from start to end.
const test = base.extend({
  site: [async ({}, use) => {
    const site = await serve(0, { headers: { 'Content-Security-Policy': POLICY } });
    await use(site);
    site.close();
  }, { scope: 'worker' }],
  baseURL: ({ site }, use) => use(site.url),
  refused: async ({}, use) => use([]),
  page: async ({ page, refused }, use) => {
    await page.exposeFunction('tellRefused', (what) => refused.push(what));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
        window.tellRefused([effectiveDirective, blockedURI, sourceFile, sample].join(' '));
      });
    });
    await use(page);
  },
});

const tools = (page) => page.getByRole('region', { name: 'More ways to start' });
const panel = (page, name) => tools(page).getByRole('button', { name, exact: true }).click();
const pasted = (page) => page.getByRole('textbox', { name: 'A command, an Azure resource id, or the JSON of az … show' });
const status = (page, words) => page.getByRole('status').filter({ hasText: words });
const unfold = (page, name) => page.getByRole('group').getByText(name, { exact: true }).click();
/** The size of the file that a button saves. */
const saved = async (page, button) => {
  const download = page.waitForEvent('download');
  await button.click();
  return (await stat(await (await download).path())).size;
};

test.describe('what is refused', () => {
  test.use({ expectedError: /Content Security Policy|requires 'TrustedHTML'/ });

  test('is reported, so that silence means that nothing was refused', async ({ page, refused }) => {
    await open(page);
    await page.evaluate(() => {
      document.body.setAttribute('style', 'color: red');
      try {
        new DOMParser().parseFromString('<svg/>', 'image/svg+xml');
      } catch {
        // Reported by the event.
      }
    });
    await expect.poll(() => refused.map((what) => what.split(' ')[0])).toEqual(expect.arrayContaining(['style-src-attr', 'require-trusted-types-for']));
  });
});

test.describe('nothing is refused', () => {
  test.afterEach(({ refused }) => expect(refused).toEqual([]));

  test('of the questions, presets, help, keys and search', async ({ page }) => {
    await open(page);
    expect(await (await page.request.get('./')).text()).toContain(`content="${POLICY}"`);
    await page.getByRole('button', { name: /^Private on AKS / }).click();
    await expect(command(page, 'Install the Azure Machine Learning extension')).toContainText('internalLoadBalancerProvider=azure');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    for (const name of STEPS) {
      await step(page, name).click();
      await page.getByRole('button', { name: /^Help:/ }).first().click();
      await expect(page.getByRole('definition').first()).toBeVisible();
      const advanced = page.getByText(/^Advanced/);
      if (await advanced.isVisible()) await advanced.click();
    }
    await step(page, 'Cluster').click();
    await field(page, 'Resource group').fill('rg-ml.');
    await field(page, 'Resource group').blur();
    await page.getByRole('button', { name: 'Write “rg-ml”' }).first().click();
    await expect(command(page, CHECK).first()).toContainText('--resource-group rg-ml');
    await page.getByRole('heading', { name: 'Commands' }).focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    const search = page.getByRole('dialog').getByRole('combobox');
    await search.fill('installVolcano');
    await search.press('Enter');
    await expect(page.getByRole('group', { name: 'Install Volcano' }).getByRole('radio', { name: 'Yes' })).toBeFocused();
    for (const edition of [/^2021 preview/, /^Legacy AksCompute/, /^Current/]) {
      await step(page, 'Cluster').click();
      await choose(page, 'Edition', edition);
    }
    for (const theme of ['Dark', 'Light', 'System']) await choose(page, 'Colours', theme);
    await page.evaluate(() => { location.hash = 'cluster=aks&cluster-name=c2'; });
    await expect(field(page, 'Cluster name')).toHaveValue('c2');
    await reload(page);
    await expect(field(page, 'Cluster name')).toHaveValue('c2');
  });

  test('of the plan: forms, shells, ticks, tables, copies, paper', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, `${FULL}&openshift=yes&certificate=secret&identity=system-assigned`);
    for (const shell of ['PowerShell', 'Command Prompt', 'bash']) await page.getByRole('radio', { name: shell, exact: true }).check();
    await page.getByRole('radio', { name: 'Single line' }).check();
    const tabs = await page.getByRole('tab').all();
    expect(tabs.length).toBeGreaterThan(5);
    for (const tab of tabs) {
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
      await expect(page.getByRole('tabpanel', { name: await tab.textContent() }).first()).toBeVisible();
    }
    await page.getByRole('checkbox', { name: /^Done: / }).first().check();
    await page.getByRole('checkbox', { name: 'Show misprints in the documentation' }).check();
    for (const name of ['What will exist', 'Roles that identities need', 'If the installation fails', 'Settings of the extension', 'What the extension needs, without your workloads']) {
      await unfold(page, name);
      await expect(page.getByRole('region', { name, exact: true }).getByRole('table')).toBeVisible();
    }
    await planned(page, CHECK).getByRole('button', { name: /^Copy/ }).first().click();
    await expect(status(page, /^Copied$/)).toHaveCount(1);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await planned(page, CHECK).getByRole('button', { name: `Copy command 2 – ${CHECK}` }).click();
    expect(await page.evaluate(() => String(getSelection()))).toMatch(/^kubectl /);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  test('of tips, which are below their pieces', async ({ page }) => {
    await open(page, FULL);
    const tip = (words) => status(page, words);
    const beneath = async (piece, words) => {
      const [from, to] = [await piece.boundingBox(), await tip(words).boundingBox()];
      expect(to.y).toBeCloseTo(from.y + from.height, -1);
      expect(to.x).toBeCloseTo(from.x, -1);
    };
    const code = command(page, CHECK).first();
    await code.getByText('--resource-group', { exact: true }).hover();
    await beneath(code.getByText('--resource-group', { exact: true }), '--resource-group');
    await code.getByText('--cluster-name', { exact: true }).hover();
    await beneath(code.getByText('--cluster-name', { exact: true }), '--cluster-name');
    // At a position where scrolling moves nothing under the pointer.
    await page.mouse.move(0, 0);
    await expect(tip('--cluster-name')).toHaveCount(0);
    await planned(page, CHECK).getByRole('group', { name: `Command 1 – ${CHECK}`, exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(tip(/^az/)).toBeVisible();
    await beneath(code.getByText(/^az/).first(), /^az/);
    await page.keyboard.press('Escape');
  });

  test('of the picture and the files, which are saved', async ({ page }) => {
    await open(page, FULL);
    await unfold(page, 'A picture of what will exist');
    const picture = page.getByRole('img', { name: 'Picture of what will exist' });
    await expect(picture.getByText('Kubernetes cluster c1', { exact: true })).toBeVisible();
    await page.getByText('The same in words', { exact: true }).click();
    expect(await saved(page, page.getByRole('button', { name: 'Download SVG' }))).toBeGreaterThan(1000);
    await page.getByText('Download', { exact: true }).click();
    const buttons = page.getByRole('button', { name: /^Download (?!SVG)/ });
    await expect(buttons.first()).toBeVisible();
    for (const button of await buttons.all()) expect(await saved(page, button)).toBeGreaterThan(0);
  });

  test('of reading, comparing, keeping and opening', async ({ page }) => {
    await open(page, 'edition=arc-preview&cluster-name=c1&exposure=node-port');
    await panel(page, 'Paste what you have');
    await pasted(page).fill('az k8s-extension create --name a --cluster-type connectedClusters --cluster-name c2 -g rg --extension-type Microsoft.AzureML.Kubernetes --config enableInference=True allowInsecureConnections=Ture');
    await page.getByRole('button', { name: 'Repair everything that is certain' }).click();
    await expect(pasted(page)).toHaveValue(/=True$/);
    await page.getByRole('button', { name: 'Use it in the current edition' }).click();
    await expect(field(page, 'Cluster name')).toHaveValue('c2');
    await pasted(page).fill('/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/rg-edge/providers/microsoft.kubernetes/connectedclusters/arc-contoso');
    await page.getByRole('button', { name: 'Fill in', exact: true }).click();
    await expect(field(page, 'Cluster name')).toHaveValue('arc-contoso');
    await panel(page, 'Compare');
    await page.getByRole('combobox', { name: 'Compare this scenario with' }).selectOption({ label: 'Private on AKS' });
    await expect(tools(page).getByRole('table').first()).toBeVisible();
    await panel(page, 'Scenarios and files');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Prod');
    await page.getByRole('button', { name: 'Keep this scenario' }).click();
    await expect(page.getByRole('button', { name: 'Open Prod' })).toBeVisible();
    expect(await saved(page, page.getByRole('button', { name: 'Save as a file' }))).toBeGreaterThan(0);
    const answers = Buffer.from('{"version": 1, "answers": {"cluster-name": "opened"}}');
    await page.getByLabel('Open a file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: answers });
    await expect(field(page, 'Cluster name')).toHaveValue('opened');
  });

  test('of other languages', async ({ page }) => {
    await open(page, FULL);
    await panel(page, 'Paste what you have');
    for (const [lang, name] of Object.entries(LANGUAGES)) {
      const translated = JSON.parse(await readFile(new URL(`../../public/locales/${lang}.json`, import.meta.url), 'utf8'));
      await page.getByRole('combobox').filter({ hasText: 'English' }).selectOption(name);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(translated['page.PageTitle']);
      await expect(page.getByRole('textbox', { name: translated['panels.ReadPaste'] })).toBeVisible();
    }
  });
});
