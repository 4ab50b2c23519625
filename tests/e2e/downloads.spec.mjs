// The plan as files.
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { command, expectAccessible, field, open, press, test } from './page.mjs';

const COMPLETE =
  'cluster=aks&subscription=00000000-0000-0000-0000-000000000000&resource-group=rg-contoso&cluster-name=aks-contoso&workload=training&workspace=mlw-contoso&namespace=ml-team';
const files = (page) => page.getByRole('group').filter({ has: page.getByText('Download', { exact: true }) });
const disclose = (page) => page.getByText('Download', { exact: true }).click();
const button = (page, name) => page.getByRole('button', { name: `Download ${name}`, exact: true });

const save = async (page, name) => {
  const download = page.waitForEvent('download');
  await button(page, name).click();
  const file = await download;
  return { name: file.suggestedFilename(), path: await file.path() };
};

test('each file is saved under its name, and the archive contains all files', async ({ page }) => {
  await open(page, COMPLETE);
  await disclose(page);
  const names = ['run-book.md', 'setup.sh', 'namespace.yaml', 'attach-compute.py', 'compute.yaml', 'verify-compute.py', 'detach-compute.py', 'scenario.json'];
  const texts = {};
  for (const name of names) {
    const saved = await save(page, name);
    expect(saved.name).toBe(name);
    texts[name] = await readFile(saved.path, 'utf8');
  }
  await expect(page.getByRole('status').filter({ hasText: "Saved to your browser's download folder." })).toBeVisible();
  expect(texts['setup.sh']).toMatch(/^#!\/.*sh\n/);
  expect(texts['setup.sh']).toContain('aks-contoso');
  expect(texts['run-book.md']).toMatch(/^# Azure Machine Learning on Kubernetes\n/);
  expect(texts['attach-compute.py']).toContain('"aks-contoso"');
  expect(texts['namespace.yaml']).toContain('ml-team');
  expect(JSON.parse(texts['scenario.json']).answers['cluster-name']).toBe('aks-contoso');

  const all = await save(page, 'all as a zip');
  expect(all.name).toBe('azureml-k8s.zip');
  const script = 'import json, sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(json.dumps({n: z.read(n).decode() for n in z.namelist()}))';
  expect(JSON.parse(execFileSync('python3', ['-c', script, all.path], { encoding: 'utf8' }))).toEqual(texts);
});

test('the script is one of the chosen shell, and the Command Prompt has none', async ({ page }) => {
  await open(page, COMPLETE);
  await disclose(page);
  await page.getByRole('radio', { name: 'PowerShell' }).check();
  const saved = await save(page, 'setup.ps1');
  const bytes = await readFile(saved.path);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.subarray(3).toString()).toMatch(/^# /);
  await expect(button(page, 'setup.sh')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Command Prompt' }).check();
  await expect(page.getByText('There is no script for the Command Prompt')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Download setup/ })).toHaveCount(0);
  await expect(button(page, 'run-book.md')).toBeVisible();
});

test('missing values are listed with links to their fields, and the files are updated', async ({ page }) => {
  await open(page, COMPLETE.replace('cluster-name=aks-contoso&', ''));
  await disclose(page);
  await expect(files(page).getByText('Values are missing.')).toBeVisible();
  const before = await readFile((await save(page, 'setup.sh')).path, 'utf8');
  expect(before).toContain("'<cluster-name>'");
  await files(page).getByRole('button', { name: 'Cluster name', exact: true }).click();
  await expect(field(page, 'Cluster name')).toBeFocused();
  await page.keyboard.type('aks-typed');
  await expect(command(page, 'Check the extension').first()).toContainText('aks-typed');
  await expect(page.getByText('Values are missing.')).toHaveCount(0);
  const after = await readFile((await save(page, 'setup.sh')).path, 'utf8');
  expect(after).toContain('aks-typed');
  expect(after).not.toContain('<cluster-name>');
});

test('a press that ends typing in a field still saves a file', async ({ page }) => {
  await open(page, COMPLETE);
  await disclose(page);
  await expect(button(page, 'setup.sh')).toBeVisible();
  await field(page, 'Cluster name').fill('aks-typed');
  await expect(command(page, 'Check the extension').first()).toContainText('aks-typed');
  const download = page.waitForEvent('download');
  await press(page, button(page, 'setup.sh'));
  expect(await readFile(await (await download).path(), 'utf8')).toContain('aks-typed');
});

test('while there is an error, no file is offered, but a link to the error is', async ({ page }) => {
  await open(page, `${COMPLETE.replace('training', 'both')}&cert-file=a.pem&key-file=b.pem&cname=-x`);
  await disclose(page);
  await expect(files(page).getByText('Nothing to download yet')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Download / })).toHaveCount(0);
  await expectAccessible(page, 'a refused download');
  await files(page).getByRole('listitem').getByRole('button').first().click();
  await expect(field(page, 'CNAME')).toBeFocused();
  await field(page, 'CNAME').fill('ml.contoso.com');
  await expect(button(page, 'setup.sh')).toBeVisible();
  await expectAccessible(page, 'downloads');
});

test('downloads fit a narrow screen in the dark', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, COMPLETE.replace('cluster-name=aks-contoso&', ''));
  await disclose(page);
  await expect(button(page, 'run-book.md')).toBeVisible();
  await expectAccessible(page, 'downloads at 320 px');
});
