// What a plan holds beside commands, as its readers meet it.
import { expect } from '@playwright/test';
import { choose, expectAccessible, field, fragment, open, planned, step, test } from './page.mjs';

const ATTACH = 'Attach the cluster to the workspace';
const CREATE = 'Install the Azure Machine Learning extension';
const unfold = (place, name) => place.getByText(name, { exact: true }).click();
const table = (page, name) => page.getByRole('region', { name, exact: true }).getByRole('table');

test('the Python file follows what is typed, and is copied whole', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'cluster=aks&cluster-name=c1&workspace=mlw');
  const attach = planned(page, ATTACH);
  await unfold(attach, 'Python');
  const file = attach.getByRole('code').filter({ hasText: 'MLClient' });
  await expect(file).toContainText('cluster_name = "c1"');
  await expect(file).toContainText('subscription = "<subscription>"');
  await field(page, 'Cluster name').fill('it-is-typed');
  await expect(file).toContainText('cluster_name = "it-is-typed"');
  await attach.getByRole('button', { name: `Copy Python – ${ATTACH}` }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Fill in what stands in angle brackets' })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await file.textContent());
  await file.getByText('<subscription>').click();
  await expect(field(page, 'Subscription id')).toBeFocused();
});

test('on OpenShift the role bindings stand open, with the names of the scenario', async ({ page }) => {
  await open(page, 'openshift=yes&namespace=ml-team&extension-name=ml-ext');
  const grant = planned(page, 'Grant the privileged SCC');
  const bindings = grant.getByRole('code').filter({ hasText: 'ClusterRole' });
  await expect(bindings).toContainText('name: ml-ext-kube-state-metrics');
  await expect(bindings).toContainText('namespace: ml-team');
  await unfold(grant, 'One oc command per account');
  const commands = grant.getByRole('code').filter({ hasText: 'oc adm policy' });
  await expect(commands).toContainText('privileged system:serviceaccount:azureml:ml-ext-kube-state-metrics');
  await unfold(grant, 'Role bindings (recommended)');
  await expect(bindings).toBeHidden();
});

test('misprints of the documents are told where they matter, and can be switched', async ({ page }) => {
  await open(page, 'edition=arc-preview&exposure=node-port&transport=http');
  const misprint = planned(page, CREATE).getByRole('listitem').filter({ hasText: 'Ture' });
  await expect(misprint).toContainText('Printed: allowInsecureConnections=Ture. Right: allowInsecureConnections=True.');
  await page.getByRole('checkbox', { name: 'Show where documents are wrong' }).uncheck();
  await expect(misprint).toHaveCount(0);
  await page.reload();
  await choose(page, 'Edition', /^Current/);
  const provider = planned(page, ATTACH).getByRole('listitem').filter({ hasText: 'connectedClusters' });
  await expect(provider).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Show where documents are wrong' }).check();
  await expect(provider).toHaveCount(1);
});

test('tables say what will exist, what it needs and what its codes mean', async ({ page }) => {
  await open(page, 'cluster=aks&extension-name=ml-ext&router-ha=no&workload=inference');
  await unfold(page, 'What will exist');
  await expect(table(page, 'What will exist').getByRole('row', { name: /^ml-ext-kube-state-metrics deployment/ })).toBeVisible();
  await unfold(page, 'What the extension needs, without your workloads');
  const sizes = table(page, 'What the extension needs, without your workloads');
  await expect(sizes.getByRole('row', { name: /^this scenario 1780 – 8300 m 2440 – 12296 Mi 1/ })).toBeVisible();
  await unfold(page, 'If the installation fails');
  await table(page, 'If the installation fails').getByRole('row', { name: /^E45002/ }).getByRole('button').click();
  await expect(page.getByRole('heading', { name: 'Settings', level: 3 })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Install the Prometheus operator' }).getByRole('radio', { name: 'Yes' })).toBeFocused();
  await unfold(page, 'Settings of the extension');
  const setting = table(page, 'Settings of the extension').getByRole('row', { name: /^inferenceRouterHA=False/ });
  await expect(setting.getByRole('link')).toHaveAttribute('href', /^https:\/\/learn\.microsoft\.com\//);
  await expect(setting).toContainText(/20\d\d-\d\d-\d\d$/);
});

test('an old scenario opens in the current edition with everything that was typed', async ({ page }) => {
  await open(page, 'edition=arc-preview&cluster-name=c1&exposure=internal&cluster=aks&log-analytics=yes');
  await unfold(page, 'What changes in the current edition');
  const changes = table(page, 'What changes in the current edition');
  await expect(changes.getByRole('row', { name: /^privateEndpointILB=True inferenceRouterServiceType=LoadBalancer internalLoadBalancerProvider=azure/ })).toBeVisible();
  await expect(changes.getByRole('row', { name: /^log-analytics=yes – Has no counterpart/ })).toBeVisible();
  // At the warning that the edition is out of support, and at the table.
  await expect(page.getByRole('button', { name: 'Open it in the current edition' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Open it in the current edition' }).first().click();
  await expect(page.getByRole('heading', { name: 'Commands' })).toBeFocused();
  await expect(page.getByRole('radio', { name: /^Current/ })).toBeChecked();
  await expect(field(page, 'Cluster name')).toHaveValue('c1');
  await expect(page.getByText('What changes in the current edition')).toHaveCount(0);
  await expect(planned(page, CREATE)).toContainText('installNvidiaDevicePlugin=True');
  await expect.poll(() => fragment(page)).toBe('#v=1&cluster=aks&cluster-name=c1&exposure=internal&nvidia-plugin=yes&log-analytics=yes');
});

test('where the command cannot say what is asked for, Python comes first', async ({ page }) => {
  await open(page, 'edition=aks-v1&task=attach&purpose=dev-test&cluster-name=c1');
  const attach = planned(page, 'Attach the AKS cluster');
  await expect(attach.getByRole('code').first()).toContainText('ClusterPurpose.DEV_TEST');
});

for (const [theme, width] of [['light', 1280], ['dark', 320]]) {
  test(`everything unfolded is accessible and fits (${theme}, ${width} px)`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 800 });
    await open(page, 'openshift=yes&certificate=secret&namespace=ml-team&identity=system-assigned&transport=https');
    await page.getByRole('checkbox', { name: 'Show where documents are wrong' }).check();
    for (const name of ['Python', 'Manifest', 'YAML for the Azure CLI', 'By hand in the browser', 'What will exist', 'Roles that identities need', 'If the installation fails', 'Settings of the extension', 'What the extension needs, without your workloads']) {
      for (const summary of await page.getByText(name, { exact: true }).all()) await summary.click();
    }
    await expect(table(page, 'Roles that identities need')).toBeVisible();
    await expectAccessible(page, 'the plan');
    await step(page, 'Cluster').click();
  });
}
