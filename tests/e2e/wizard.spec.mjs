// The published page as users see it. Controls are found only by role and name.
import { expect } from '@playwright/test';
import { choose, command, expectAccessible, field, fragment, isComplete, open, planned, reload, step, test } from './page.mjs';

const NODE_PORT = [
  'az k8s-extension create',
  '--name arcml-extension',
  '--cluster-type connectedClusters',
  '--cluster-name edge-1',
  '--resource-group rg-edge',
  '--extension-type Microsoft.AzureML.Kubernetes',
  '--scope cluster',
  '--config enableInference=True inferenceRouterServiceType=NodePort allowInsecureConnections=True',
];

const walkNodePort = async (page) => {
  await choose(page, 'Cluster', /^Azure Arc Any/);
  await field(page, 'Resource group').fill('rg-edge');
  await field(page, 'Cluster name').fill('edge-1');
  await page.getByRole('button', { name: 'Next' }).click();
  await choose(page, 'Workload', /^Inference/);
  await page.getByRole('button', { name: 'Next' }).click();
  await choose(page, 'Exposure', 'NodePort');
  await choose(page, 'Transport', /^HTTP Unencrypted/);
};

test('Arc, inference, NodePort, HTTP: the command is updated, and the link restores it', async ({ page }) => {
  await open(page);
  await walkNodePort(page);
  const create = command(page, 'Install the Azure Machine Learning extension');
  await expect(create).toHaveText(NODE_PORT.join(' \\\n  '), { useInnerText: true });
  const link = 'v=1&resource-group=rg-edge&cluster-name=edge-1&workload=inference&exposure=node-port&transport=http';
  await expect.poll(() => fragment(page)).toBe(`#${link}`);
  await reload(page);
  await expect(create).toHaveText(NODE_PORT.join(' \\\n  '), { useInnerText: true });
  await expect(field(page, 'Cluster name')).toHaveValue('edge-1');
  await page.getByRole('radio', { name: 'Single line' }).check();
  await expect(create).toHaveText(NODE_PORT.join(' '), { useInnerText: true });
});

test('a text of a link that breaks a rule is shown with its finding and stands in no command', async ({ page }) => {
  await open(page, 'resource-group=rg; echo PWNED #');
  await expect(field(page, 'Resource group')).toHaveValue('rg; echo PWNED #');
  await expect(field(page, 'Resource group')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'Resource group')).toHaveAccessibleDescription(/“;” is not allowed here.*For example: rg-ml-prod/);
  const commands = page.getByRole('region', { name: 'Commands' }).getByRole('code');
  const texts = await commands.allInnerTexts();
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.join('\n')).not.toContain('PWNED');
  expect(texts.join('\n')).toContain('--resource-group <resource-group>');
  await field(page, 'Resource group').fill('rg');
  await expect(field(page, 'Resource group')).not.toHaveAttribute('aria-invalid', 'true');
  await expect(command(page, 'Check the compute')).toContainText('--resource-group rg');
});

test('unusable pairs of a link are listed, and the rest is used', async ({ page }) => {
  await open(page, 'cluster=aks&foo=1&workload=dancing&namespace=');
  const notice = page.getByRole('status').filter({ hasText: 'This could not be used' });
  await expect(notice.getByRole('listitem')).toHaveText([
    'foo: there is no such field.',
    'workload: “dancing” is not one of training, inference, both.',
    'namespace: no value is given.',
  ]);
  await expect(page.getByRole('radio', { name: /Azure Kubernetes Service/ })).toBeChecked();
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toBeHidden();
});

test('a link into the same page is followed, and an address without one starts again', async ({ page }) => {
  await open(page, 'cluster=aks');
  await page.evaluate(() => { location.hash = 'workload=training&cluster-name=c2'; });
  await expect(command(page, 'Check the extension').first()).toContainText('--cluster-name c2');
  await expect(page.getByRole('radio', { name: /^Azure Arc Any/ })).toBeChecked();
  await page.goBack();
  await expect(page.getByRole('radio', { name: /Azure Kubernetes Service/ })).toBeChecked();
});

test('typing leaves one entry in the history', async ({ page }) => {
  await open(page);
  const before = await page.evaluate(() => history.length);
  await field(page, 'Cluster name').pressSequentially('a-long-cluster-name-typed-key-by-key');
  await expect.poll(() => fragment(page)).toContain('typed-key-by-key');
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('what was typed is in the address when the page is left in the middle of a word', async ({ page }) => {
  await open(page);
  await field(page, 'Cluster name').pressSequentially('edge');
  await page.goto('about:blank');
  await page.goBack();
  await isComplete(page);
  await expect(field(page, 'Cluster name')).toHaveValue('edge');
});

test('training has no endpoint step', async ({ page }) => {
  await open(page);
  await expect(step(page, 'Endpoint')).toBeEnabled();
  await step(page, 'Workload').click();
  await choose(page, 'Workload', /^Training Training/);
  await expect(step(page, 'Endpoint does not apply')).toBeDisabled();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeFocused();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('heading', { name: 'Workload', level: 3 })).toBeFocused();
});

test('a typed value is kept while its field is hidden and shown again', async ({ page }) => {
  await open(page, 'cname=ml.example.org');
  await step(page, 'Endpoint').click();
  await expect(field(page, 'CNAME')).toHaveValue('ml.example.org');
  await choose(page, 'Transport', /^HTTP Unencrypted/);
  await expect(field(page, 'CNAME')).toHaveCount(0);
  await choose(page, 'Transport', /^HTTPS/);
  await expect(field(page, 'CNAME')).toHaveValue('ml.example.org');
});

test('a default that is typed out stays as it was typed', async ({ page }) => {
  await open(page);
  await step(page, 'Workspace').click();
  await field(page, 'Namespace').pressSequentially('default-two');
  await expect(field(page, 'Namespace')).toHaveValue('default-two');
  await field(page, 'Namespace').press('Control+A');
  await field(page, 'Namespace').pressSequentially('default');
  await expect(field(page, 'Namespace')).toHaveValue('default');
});

test('the caret stays where it is while one types in the middle of a name', async ({ page }) => {
  await open(page);
  await field(page, 'Cluster name').fill('ac');
  await field(page, 'Cluster name').press('ArrowLeft');
  await field(page, 'Cluster name').pressSequentially('bbb');
  await expect(field(page, 'Cluster name')).toHaveValue('abbbc');
});

test('the keyboard alone reaches Copy, and what is copied is the command', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'subscription=11111111-2222-3333-4444-555555555555');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the commands' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Commands' })).toBeFocused();
  const copy = planned(page, 'Sign in and choose the subscription').getByRole('button', { name: /^Copy command/ }).nth(1);
  const isFocused = () => copy.evaluate((button) => button === document.activeElement);
  for (let presses = 0; presses < 30 && !(await isFocused()); presses += 1) await page.keyboard.press('Tab');
  await expect(copy).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'az account set --subscription 11111111-2222-3333-4444-555555555555',
  );
});

test('the complete path works by keyboard', async ({ page }) => {
  await open(page);
  const press = async (key, times = 1) => {
    for (let i = 0; i < times; i += 1) await page.keyboard.press(key);
  };
  await page.getByRole('radio', { name: /^Azure Arc Any/ }).focus();
  await press('ArrowDown');
  await expect(page.getByRole('radio', { name: /Azure Kubernetes Service/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /Azure Kubernetes Service/ })).toBeFocused();
  // Past the subscription. The help of each field is before the field.
  await press('Tab', 4);
  await expect(field(page, 'Resource group')).toBeFocused();
  await page.keyboard.type('rg-one');
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Workload', level: 3 })).toBeFocused();
  await press('Tab', 2);
  await expect(page.getByRole('radio', { name: 'Training and inference' })).toBeFocused();
  await press('ArrowUp');
  await expect(page.getByRole('radio', { name: /^Inference/ })).toBeChecked();
  await expect(command(page, 'Install the Azure Machine Learning extension')).toContainText('--resource-group rg-one');
});

test('where the clipboard is refused, the command is selected and the page says what to press', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await open(page);
  await planned(page, 'Sign in and choose the subscription').getByRole('button', { name: /^Copy command/ }).first().click();
  await expect(page.getByRole('status').filter({ hasText: 'press Ctrl+C' })).toHaveCount(1);
  expect(await page.evaluate(() => String(getSelection()))).toBe('az login');
});

test('a finding goes to its field, and so does a placeholder', async ({ page }) => {
  await open(page);
  await page.getByRole('region', { name: 'Commands' }).getByRole('button', { name: 'CNAME' }).click();
  await expect(field(page, 'CNAME')).toBeFocused();
  await command(page, 'Check the compute').getByText('<workspace>').click();
  await expect(field(page, 'Workspace')).toBeFocused();
});

test('an unfinished name is not an error until the field is left, and a correction shows at once', async ({ page }) => {
  await open(page);
  const name = field(page, 'Cluster name');
  await name.pressSequentially('-c');
  await expect(name).not.toHaveAttribute('aria-invalid', 'true');
  await expect(command(page, 'Check the extension').first()).toContainText('--cluster-name <cluster-name>');
  await name.press('Tab');
  await expect(name).toHaveAccessibleDescription(/cannot begin with “-”/);
  await name.press('Home');
  await name.press('Delete');
  await expect(name).not.toHaveAttribute('aria-invalid', 'true');
  await name.press('Home');
  await name.pressSequentially('x y');
  await name.blur();
  await name.focus();
  await name.press('End');
  await name.pressSequentially('z');
  await expect(name).toHaveAttribute('aria-invalid', 'true');
});

test('continuing with Enter reports the errors of the previous step', async ({ page }) => {
  await open(page);
  await field(page, 'Cluster name').pressSequentially('c 1');
  await field(page, 'Cluster name').press('Enter');
  await expect(page.getByRole('heading', { name: 'Workload', level: 3 })).toBeFocused();
  await expect(step(page, /^Cluster 1 ?Error/)).toBeVisible();
  await page.getByRole('region', { name: 'Commands' }).getByRole('button', { name: 'Cluster name' }).click();
  await expect(field(page, 'Cluster name')).toBeFocused();
  await expect(field(page, 'Cluster name')).toHaveValue('c 1');
});

test('without WebAssembly the page says what it needs', async ({ browser, baseURL }) => {
  const page = await browser.newPage();
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(baseURL);
  await expect(page.getByRole('alert')).toContainText('It runs on JavaScript and WebAssembly');
  await page.close();
});

test('a screen reader announces the state of the scenario when it changes', async ({ page }) => {
  await open(page, 'cluster=aks&workload=training&resource-group=rg&cluster-name=c1&workspace=mlw');
  const status = page.getByRole('status').filter({ hasText: /fill in|ready|problem/ });
  await expect(status).toHaveText('1 value to fill in.');
  await field(page, 'Subscription id').fill('11111111-2222-3333-4444-555555555555');
  await expect(status).toHaveText('The commands are ready.');
  await field(page, 'Cluster name').fill('c 1');
  await field(page, 'Cluster name').blur();
  await expect(status).toHaveText('1 problem.');
});

test('each edition has its own terms', async ({ page }) => {
  await open(page, 'edition=arc-preview&exposure=node-port');
  await expect(command(page, 'Install the Azure Machine Learning extension')).toContainText('privateEndpointNodeport=True');
  await choose(page, 'Edition', /Legacy AksCompute/);
  await expect(command(page, 'Create an AKS cluster through the workspace')).toHaveText(
    'az ml computetarget create aks -n k8s-compute', { useInnerText: true },
  );
  await choose(page, 'Edition', /^Current/);
  await expect(command(page, 'Install the Azure Machine Learning extension')).toContainText('inferenceRouterServiceType=NodePort');
});

test('a value that the chosen edition does not have is shown, explained, and can be left', async ({ page }) => {
  await open(page, 'edition=arc-preview&exposure=cluster-ip');
  await step(page, /Endpoint/).click();
  await expect(page.getByRole('radio', { name: 'ClusterIP' })).toBeChecked();
  await expect(page.getByRole('group', { name: 'Exposure' })).toHaveAccessibleDescription(/ClusterIP \(cluster-ip\) does not exist in edition 2021 preview/);
  await choose(page, 'Exposure', 'NodePort');
  await expect(page.getByRole('radio', { name: 'ClusterIP' })).toHaveCount(0);
});

test('an event for a part that has been removed has no effect', async ({ page }) => {
  await open(page);
  const fold = page.locator('summary').getByText('If the installation fails', { exact: true });
  const other = await page.getByRole('radio', { name: /^Legacy AksCompute/ }).elementHandle();
  // The browser reports in a separate task that the table was opened. By then the edition with the table is no longer chosen.
  await fold.evaluate((summary, radio) => { summary.click(); radio.click(); }, other);
  await expect(fold).toHaveCount(0);
  await choose(page, 'Edition', /^Current/);
  await expect(fold).toHaveCount(1);
});

test('two hundred quick toggles leave a page that works', async ({ page }) => {
  await open(page);
  await step(page, 'Workload').click();
  await page.getByRole('group', { name: 'Workload', exact: true }).evaluate((group) => {
    const radios = [...group.querySelectorAll('input')];
    for (let i = 0; i < 200; i += 1) radios[i % radios.length].click();
    radios[0].click();
  });
  await expect(step(page, 'Endpoint')).toBeDisabled();
  await expect.poll(() => fragment(page)).toBe('#v=1&workload=training');
});

for (const [theme, width] of [['light', 1280], ['dark', 1280], ['light', 320], ['dark', 320]]) {
  test(`every step is accessible and fits (${theme}, ${width} px)`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 800 });
    await open(page, 'edition=arc-preview&foo=1&resource-group=a%20b&exposure=cluster-ip&identity=user-assigned&identity-ids=x');
    for (const name of ['Cluster', 'Workload', 'Endpoint', 'Settings', 'Workspace']) {
      await step(page, name).click();
      await expect(page.getByRole('heading', { name, level: 3 })).toBeFocused();
      await expectAccessible(page, name);
    }
  });
}
