// The single file that contains the complete wizard, opened from a folder: no server, no network.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test as base } from '@playwright/test';
import { LANGUAGES } from './languages.mjs';
import { command, field, planned, reload, step, visit } from './page.mjs';

const FILE = new URL('../../target/single/azureml-k8s-wizard.html', import.meta.url);
const german = JSON.parse(await readFile(new URL('../../public/locales/de.json', import.meta.url), 'utf8'));

// Every test fails on an error, a warning, a violation of the policy, and on a request that leaves the file.
const test = base.extend({
  page: async ({ page }, use) => {
    const wrong = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
    });
    page.on('request', (request) => {
      // The test navigates to the file itself.
      if (!request.isNavigationRequest() && !/^(blob|data):/.test(request.url())) wrong.push(`request to ${request.url()}`);
    });
    await page.exposeFunction('violated', (what) => wrong.push(what));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        globalThis.violated(`${violatedDirective}: ${blockedURI}`);
      });
    });
    await use(page);
    expect(wrong).toEqual([]);
  },
});
test.use({ baseURL: FILE.href, locale: 'en', permissions: ['clipboard-read', 'clipboard-write'] });
const shown = async (page, address = FILE.href) => {
  await visit(page, address);
  await expect(page.getByRole('heading', { name: 'Commands' })).toBeVisible();
};

test('the main path: names, commands, copy, a file, a reload', async ({ page }) => {
  await shown(page);
  await page.getByRole('radio', { name: /^Azure Kubernetes Service/ }).check();
  await field(page, 'Resource group').fill('rg-stick');
  await field(page, 'Cluster name').fill('stick-1');
  await step(page, 'Workload').click();
  await page.getByRole('radio', { name: /^Training(?! and)/ }).check();
  await step(page, 'Workspace').click();
  await field(page, 'Workspace').fill('mlw-stick');

  const check = command(page, 'Check the extension').first();
  await expect(check).toContainText('--cluster-name stick-1');
  await planned(page, 'Check the extension').getByRole('button', { name: /^Copy/ }).first().click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('--cluster-name stick-1');

  await page.getByText('Download', { exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download run-book.md', exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('run-book.md');
  expect(await readFile(await file.path(), 'utf8')).toContain('stick-1');

  await expect.poll(() => new URL(page.url()).hash).toContain('mlw-stick');
  await reload(page);
  await expect(check).toContainText('--cluster-name stick-1');
});

test('the panels are in it: a misprinted command is read, in two languages', async ({ page }) => {
  await shown(page);
  await page.getByRole('button', { name: 'Paste what you have', exact: true }).click();
  await page.getByRole('textbox', { name: /^A command/ }).fill('az k8s-extension create --name a --config enableTraining=Ture');
  await expect(page.getByRole('deletion')).toHaveText('Ture');
  await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('Deutsch');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(german['page.PageTitle']);
  await expect(page.getByRole('textbox', { name: german['panels.ReadPaste'] })).toHaveValue(/Ture/);
  await expect(page.getByRole('deletion')).toHaveText('Ture');
});

test('a link to it opens the scenario, and it contains each language', async ({ page }) => {
  await shown(page, `${FILE.href}#cluster=aks&cluster-name=linked`);
  await expect(field(page, 'Cluster name')).toHaveValue('linked');
  for (const [lang, name] of Object.entries(LANGUAGES)) {
    const translated = JSON.parse(await readFile(new URL(`../../public/locales/${lang}.json`, import.meta.url), 'utf8'));
    await page.getByRole('combobox').filter({ has: page.getByRole('option', { name, exact: true }) }).selectOption(name);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(translated['page.PageTitle']);
  }
});

test('on a server, it makes no requests either', async ({ page }) => {
  await page.route('http://wizard.test/**', (route) => route.fulfill({ path: fileURLToPath(FILE), contentType: 'text/html' }));
  await shown(page, 'http://wizard.test/tools/wizard.html');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Compare this scenario with' })).toBeVisible();
});

test('it contains the licences of its parts', async ({ page }) => {
  const text = await readFile(FILE, 'utf8');
  expect(text).toContain(await readFile(new URL('../../dist/LICENSES.txt', import.meta.url), 'utf8'));
  await shown(page);
});
