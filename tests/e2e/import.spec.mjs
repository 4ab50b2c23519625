// Read from Azure fills in the scenario that stands in the page.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { command, expectAccessible, field, fragment, open, step, test } from './page.mjs';

const data = (name) => readFile(new URL(`../data/import/${name}.txt`, import.meta.url), 'utf8');
const tools = (page) => page.getByRole('region', { name: 'More ways to start' });
const openPanel = (page) => tools(page).getByRole('button', { name: 'Paste what you have', exact: true }).click();
const pasted = (page) => page.getByRole('textbox', { name: 'A command, an Azure resource id, or the JSON of az … show' });
const said = (page) => page.getByRole('region', { name: 'What was read' });
const row = (page, name) => said(page).getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });

test('the JSON of az aks show fills in its values, and Back restores the previous ones', async ({ page }) => {
  await open(page, 'cluster=arc&resource-group=rg-before&workspace=mlw-before&workload=inference&cname=ml.contoso.com');
  await openPanel(page);
  await pasted(page).fill(await data('aks-show'));
  await expect(page.getByRole('status').filter({ hasText: 'From Azure: AKS cluster. 5 answers. 5 things to check.' })).toBeVisible();
  await expect(row(page, 'Resource group').getByRole('code')).toHaveText(['rg-contoso', 'rg-before']);
  await expect(row(page, 'Number of nodes').getByRole('code')).toHaveText(['5']);
  await expect(page.getByText('Region: “westeurope”. This scenario does not ask for it.')).toBeVisible();
  await page.getByRole('button', { name: 'Fill in', exact: true }).click();

  await expect(page.getByRole('heading', { name: 'Commands' })).toBeFocused();
  await expect(field(page, 'Cluster name')).toHaveValue('aks-contoso');
  await expect(field(page, 'Resource group')).toHaveValue('rg-contoso');
  // Answers that it does not contain stay.
  await expect.poll(() => fragment(page)).toContain('aks-contoso');
  await expect.poll(() => fragment(page)).toContain('cname=ml.contoso.com&workspace=mlw-before');
  await expect(command(page, 'Check the extension').first()).toContainText('--cluster-name aks-contoso');
  await page.goBack();
  await expect(field(page, 'Resource group')).toHaveValue('rg-before');
  await expect(field(page, 'Cluster name')).toHaveValue('');
});

test('a cluster and a workspace are pasted one after the other, as ids', async ({ page }) => {
  const id = (group, rest) => `/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/${group}/providers/${rest}`;
  await open(page);
  await openPanel(page);
  await pasted(page).fill(`${id('rg-edge', 'microsoft.kubernetes/connectedclusters/arc-contoso')}/\n`);
  await page.getByRole('button', { name: 'Fill in', exact: true }).click();
  await expect(field(page, 'Cluster name')).toHaveValue('arc-contoso');
  await pasted(page).fill(id('rg-edge', 'Microsoft.MachineLearningServices/workspaces/mlw-contoso'));
  // The workspace's group is not filled in if it is the cluster's.
  await expect(row(page, 'Workspace').getByRole('code')).toHaveText(['mlw-contoso']);
  await page.getByRole('button', { name: 'Fill in', exact: true }).click();
  await step(page, 'Workspace').click();
  await expect(field(page, 'Workspace')).toHaveValue('mlw-contoso');
  await page.getByText(/^Advanced/).click();
  await expect(field(page, 'Workspace resource group')).toHaveValue('');
  await expect(command(page, 'Attach the cluster to the workspace').first()).toContainText('--resource-group rg-edge');
});

test('values that contradict, break a rule or are unknown are reported, and not filled in', async ({ page }) => {
  await open(page);
  await openPanel(page);
  await pasted(page).fill(await data('aks-broken-rules'));
  const finding = (text) => page.getByRole('listitem').filter({ hasText: text });
  await expect(finding('“rg-contoso.” is left out. Resource group: it cannot end with “.”')).toBeVisible();
  await expect(finding('Cluster name: “aks-other” contradicts “aks-contoso”')).toBeVisible();
  await expect(row(page, 'Resource group')).toHaveCount(0);
  await expectAccessible(page, 'an import with findings');
  await pasted(page).fill('{"id": "/subscriptions/0');
  await expect(finding('The JSON ends before it is complete.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Fill in', exact: true })).toHaveCount(0);
  // Commands are still read.
  await pasted(page).fill('az k8s-extension show --name a --cluster-type managedClusters --cluster-name theirs --resource-group rg');
  await expect(page.getByRole('button', { name: 'Use this scenario' })).toBeVisible();
  await expect(finding('The JSON ends')).toHaveCount(0);
});

test('an import fits on a narrow screen, and is accessible in the dark', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  await openPanel(page);
  await pasted(page).fill(await data('connectedk8s-show'));
  await expect(row(page, 'Openshift').or(row(page, 'Cluster name')).first()).toBeVisible();
  await expectAccessible(page, 'an import at 320 px');
});
