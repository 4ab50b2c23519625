// The content of a plan beside commands, as users see it.
import { expect } from '@playwright/test';
import { choose, command, expectAccessible, field, fragment, open, planned, reload, step, test } from './page.mjs';

const ATTACH = 'Attach the cluster to the workspace';
const CREATE = 'Install the Azure Machine Learning extension';
const unfold = (place, name) => place.getByRole('group').getByText(name, { exact: true }).click();
const FULL = 'cluster=aks&workload=training&subscription=11111111-2222-3333-4444-555555555555&resource-group=rg-one&cluster-name=c1&workspace=mlw';
const CHECK = 'Check the extension';
const SIGN_IN = 'Sign in and choose the subscription';
/** A text of a step by its number. It is one tab stop. */
const text = (page, heading, number = 1) => planned(page, heading).getByRole('group', { name: `Command ${number} – ${heading}`, exact: true });
const tip = (page, words) => page.getByRole('status').filter({ hasText: words });
const done = (page, heading) => page.getByRole('checkbox', { name: `Done: ${heading}`, exact: true });
const bar = (page) => page.getByRole('progressbar');
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const refuseStorage = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('refused', 'SecurityError'); } });
  });
const table = (page, name) => page.getByRole('region', { name, exact: true }).getByRole('table');

test('the Python file is updated while typing, and is copied completely', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'cluster=aks&cluster-name=c1&workspace=mlw');
  const attach = planned(page, ATTACH);
  await attach.getByRole('tab', { name: 'Python' }).click();
  const file = attach.getByRole('code').filter({ hasText: 'MLClient' });
  await expect(file).toContainText('cluster_name = "c1"');
  await expect(file).toContainText('subscription = "<subscription>"');
  await field(page, 'Cluster name').fill('it-is-typed');
  await expect(file).toContainText('cluster_name = "it-is-typed"');
  await attach.getByRole('button', { name: `Copy Python – ${ATTACH}` }).click();
  await attach.getByRole('button', { name: 'Copy anyway' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Replace the text in angle brackets' })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await file.textContent());
  await file.getByText('<subscription>').click();
  await expect(field(page, 'Subscription id')).toBeFocused();
});

test('on OpenShift the role bindings come first, with the names of the scenario', async ({ page }) => {
  await open(page, 'openshift=yes&namespace=ml-team&extension-name=ml-ext');
  const grant = planned(page, 'Grant the privileged SCC');
  const bindings = grant.getByRole('code').filter({ hasText: 'ClusterRole' });
  await expect(bindings).toContainText('name: ml-ext-kube-state-metrics');
  await expect(bindings).toContainText('namespace: ml-team');
  await grant.getByRole('tab', { name: 'One oc command per account' }).click();
  const commands = grant.getByRole('code').filter({ hasText: 'oc adm policy' });
  await expect(commands).toContainText('privileged system:serviceaccount:azureml:ml-ext-kube-state-metrics');
  await expect(bindings).toHaveCount(0);
});

test('misprints of the documents are shown at their steps, and can be switched on and off', async ({ page }) => {
  await open(page, 'edition=arc-preview&exposure=node-port&transport=http');
  const misprint = planned(page, CREATE).getByRole('listitem').filter({ hasText: 'Ture' });
  await expect(misprint).toContainText('Printed: allowInsecureConnections=Ture. Correct: allowInsecureConnections=True.');
  await page.getByRole('checkbox', { name: 'Show misprints in the documentation' }).uncheck();
  await expect(misprint).toHaveCount(0);
  await reload(page);
  await choose(page, 'Edition', /^Current/);
  const provider = planned(page, ATTACH).getByRole('listitem').filter({ hasText: 'connectedClusters' });
  await expect(provider).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Show misprints in the documentation' }).check();
  await expect(provider).toHaveCount(1);
});

test('tables show what will exist, what it needs and what its codes mean', async ({ page }) => {
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

test('only rows with different contents change in a table', async ({ page }) => {
  await open(page, 'cluster=aks&extension-name=ml-ext&router-ha=no&workload=inference');
  await unfold(page, 'What will exist');
  const row = (name) => table(page, 'What will exist').getByRole('row', { name });
  const isShown = (element) => element.evaluate((element) => element.isConnected);
  // The second one is between two that are named after the extension.
  const rows = [/^ml-ext-kube-state-metrics deployment/, /^gateway deployment/, /^azureml-fe-v2 /];
  const [named, between, other] = await Promise.all(rows.map((name) => row(name).elementHandle()));
  await step(page, 'Settings').click();
  await page.getByText(/^Advanced/).click();
  await field(page, 'Extension name').fill('other-ext');
  await expect(row(/^other-ext-kube-state-metrics deployment/)).toBeVisible();
  expect(await Promise.all([named, between, other].map(isShown))).toEqual([false, true, true]);
  await step(page, 'Cluster').click();
  await choose(page, 'Edition', /^2021 preview/);
  await expect(row(/^azureml-fe-v2 /)).toHaveCount(0);
});

test('an old scenario opens in the current edition with everything that was typed', async ({ page }) => {
  await open(page, 'edition=arc-preview&cluster-name=c1&exposure=internal&cluster=aks&log-analytics=yes');
  await unfold(page, 'What changes in the current edition');
  const changes = table(page, 'What changes in the current edition');
  await expect(changes.getByRole('row', { name: /^privateEndpointILB=True inferenceRouterServiceType=LoadBalancer internalLoadBalancerProvider=azure/ })).toBeVisible();
  await expect(changes.getByRole('row', { name: /^log-analytics=yes – Has no counterpart/ })).toBeVisible();
  // In the warning that the edition is out of support, and in the table.
  await expect(page.getByRole('button', { name: 'Open it in the current edition' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Open it in the current edition' }).first().click();
  await expect(page.getByRole('heading', { name: 'Commands' })).toBeFocused();
  await expect(page.getByRole('radio', { name: /^Current/ })).toBeChecked();
  await expect(field(page, 'Cluster name')).toHaveValue('c1');
  await expect(page.getByText('What changes in the current edition')).toHaveCount(0);
  await expect(planned(page, CREATE)).toContainText('installNvidiaDevicePlugin=True');
  await expect.poll(() => fragment(page)).toBe('#v=1&cluster=aks&cluster-name=c1&exposure=internal&nvidia-plugin=yes&log-analytics=yes');
});

test('if the command cannot express an answer, Python comes first', async ({ page }) => {
  await open(page, 'edition=aks-v1&task=attach&purpose=dev-test&cluster-name=c1');
  const attach = planned(page, 'Attach the AKS cluster');
  await expect(attach.getByRole('code').first()).toContainText('ClusterPurpose.DEV_TEST');
});

for (const [theme, width] of [['light', 1280], ['dark', 320]]) {
  test(`everything unfolded is accessible and fits (${theme}, ${width} px)`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 800 });
    await open(page, 'openshift=yes&certificate=secret&namespace=ml-team&identity=system-assigned&transport=https');
    await page.getByRole('checkbox', { name: 'Show misprints in the documentation' }).check();
    for (const name of ['What will exist', 'Roles that identities need', 'If the installation fails', 'Settings of the extension', 'What the extension needs, without your workloads']) {
      await unfold(page, name);
    }
    // The last one is shown if a step has it, otherwise the one before.
    for (const name of ['Python', 'Manifest', 'By hand in the browser']) await page.getByRole('tab', { name }).first().click();
    await expect(table(page, 'Roles that identities need')).toBeVisible();
    await expectAccessible(page, 'the plan');
    await step(page, 'Cluster').click();
  });
}

test('the arrow keys move between tabs, which are one tab stop', async ({ page }) => {
  await open(page, FULL);
  const attach = planned(page, ATTACH);
  const tab = (name) => attach.getByRole('tab', { name, exact: true });
  await expect(attach.getByRole('tablist', { name: 'Ways to do this step' })).toBeVisible();
  await tab('bash').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab('Python')).toBeFocused();
  await expect(tab('Python')).toHaveAttribute('aria-selected', 'true');
  await expect(tab('bash')).toHaveAttribute('tabindex', '-1');
  await expect(attach.getByRole('tabpanel', { name: 'Python' }).getByRole('code')).toContainText('MLClient');
  await page.keyboard.press('Tab');
  await expect(attach.getByRole('group', { name: `Python – ${ATTACH}` })).toBeFocused();
  await tab('Python').focus();
  await page.keyboard.press('End');
  await expect(tab('By hand in the browser')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tab('bash')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(tab('By hand in the browser')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(tab('bash')).toHaveAttribute('aria-selected', 'true');
  // If a step has one form, a heading names it.
  await expect(planned(page, CHECK).getByRole('tab')).toHaveCount(0);
  await expect(planned(page, CHECK).getByRole('heading', { name: 'bash', level: 5 })).toBeVisible();
});

test('a form that is chosen is shown wherever a step has it, and all choices outlive a reload', async ({ page }) => {
  await open(page, FULL);
  await planned(page, ATTACH).getByRole('tab', { name: 'Python' }).click();
  await expect(planned(page, 'Check the compute').getByRole('code')).toContainText('MLClient');
  await page.getByRole('radio', { name: 'PowerShell' }).check();
  await page.getByRole('radio', { name: 'Single line' }).check();
  await reload(page);
  await expect(planned(page, ATTACH).getByRole('tab', { name: 'Python' })).toHaveAttribute('aria-selected', 'true');
  await expect(planned(page, 'Check the compute').getByRole('code')).toContainText('MLClient');
  await expect(page.getByRole('radio', { name: 'PowerShell' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Single line' })).toBeChecked();
  await planned(page, ATTACH).getByRole('tab', { name: 'PowerShell' }).click();
  await expect(command(page, 'Check the compute')).toHaveCount(1);
  expect(await command(page, CHECK).first().innerText()).not.toContain('\n');
});

test('where the browser keeps nothing, choices and ticks last as long as the page', async ({ page }) => {
  await refuseStorage(page);
  await open(page, FULL);
  await page.getByRole('radio', { name: 'PowerShell' }).check();
  await planned(page, ATTACH).getByRole('tab', { name: 'Python' }).click();
  await done(page, SIGN_IN).check();
  await expect(bar(page)).toHaveAccessibleName(/^1 of \d+ steps done$/);
  await expect(planned(page, 'Check the compute').getByRole('code')).toContainText('MLClient');
  await reload(page);
  await expect(page.getByRole('radio', { name: 'bash' })).toBeChecked();
  await expect(done(page, SIGN_IN)).not.toBeChecked();
});

test('a piece under the pointer is explained, until the pointer leaves or Escape is pressed', async ({ page }) => {
  await open(page, FULL);
  const code = command(page, CHECK).first();
  await code.getByText('rg-one', { exact: true }).hover();
  await expect(tip(page, 'Click, or press Enter, to edit.')).toContainText('Resource group');
  // The pointer can reach it without closing it.
  await tip(page, 'to edit').hover();
  // Timers fire in order: when this one fires, the tip's timer has fired.
  await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 250); }));
  await expect(tip(page, 'to edit')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip(page, 'to edit')).toHaveCount(0);
  await code.getByText('--resource-group', { exact: true }).hover();
  await expect(tip(page, '--resource-group')).toBeVisible();
  await page.getByRole('heading', { level: 1 }).hover();
  await expect(tip(page, '--resource-group')).toHaveCount(0);
  await code.getByText('rg-one', { exact: true }).click();
  await expect(field(page, 'Resource group')).toBeFocused();
});

test('the arrows go from piece to piece, Enter goes to the field, and the text stays one stop for Tab', async ({ page }) => {
  await open(page, 'cluster=aks&resource-group=rg-one');
  await text(page, CHECK).focus();
  // The help for the arrow keys appears once they have an effect.
  await expect(text(page, CHECK)).toHaveAccessibleDescription(/arrow/);
  await page.keyboard.press('ArrowRight');
  await expect(tip(page, /^az/)).toBeVisible();
  for (let presses = 0; presses < 12 && !(await tip(page, 'Not filled in yet.').count()); presses += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await expect(tip(page, 'Not filled in yet.')).toContainText('Cluster name');
  await page.keyboard.press('ArrowLeft');
  await expect(tip(page, /^--cluster-name/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip(page, '--cluster-name')).toHaveCount(0);
  await expect(text(page, CHECK)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await expect(planned(page, CHECK).getByRole('button', { name: `Copy command 1 – ${CHECK}` })).toBeFocused();
  await expect(tip(page, /^az/)).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  for (let presses = 0; presses < 12 && !(await tip(page, 'Not filled in yet.').count()); presses += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await expect(field(page, 'Cluster name')).toBeFocused();
});

test('a gap explains its reason', async ({ page }) => {
  await open(page, 'cluster=aks&certificate=secret&tls-secret=s&cert-file=c.pem&resource-group=a%20b');
  await command(page, CHECK).first().getByText('<resource-group>').hover();
  await expect(tip(page, 'The typed value is not valid here.')).toContainText('Resource group');
  await command(page, CHECK).first().getByText('<cluster-name>').hover();
  await expect(tip(page, 'Not filled in yet.')).toContainText('Cluster name');
  const secret = planned(page, 'Store the certificate in a secret');
  await secret.getByRole('tab', { name: 'Manifest' }).click();
  await secret.getByRole('code').getByText('<cert-file>').hover();
  await expect(tip(page, 'The wizard never sees them.')).toContainText('Certificate file');
});

test('a tip fits on a narrow page, and moves nothing', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page, FULL);
  const code = command(page, CHECK).first();
  const before = await planned(page, 'Check the compute').boundingBox();
  for (const word of ['rg-one', 'c1', '--cluster-type', 'az']) {
    await code.getByText(word, { exact: true }).hover();
    const box = await tip(page, word === 'az' ? /^az/ : word.startsWith('-') ? word : 'to edit').boundingBox();
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
  }
  await expectAccessible(page, 'a tip');
  const after = await planned(page, 'Check the compute').boundingBox();
  expect(after.height).toBe(before.height);
});

test('a focused field highlights the pieces that come from it', async ({ page }) => {
  await open(page, FULL);
  const group = command(page, CHECK).first().getByText('rg-one', { exact: true });
  await expect(group).not.toHaveAttribute('data-lit');
  await field(page, 'Resource group').focus();
  await expect(group).toHaveAttribute('data-lit');
  await field(page, 'Resource group').press('End');
  await field(page, 'Resource group').pressSequentially('x');
  await expect(command(page, CHECK).first().getByText('rg-onex', { exact: true })).toHaveAttribute('data-lit');
  await expect(command(page, CHECK).first().getByText('c1', { exact: true })).not.toHaveAttribute('data-lit');
  await field(page, 'Cluster name').focus();
  await expect(command(page, CHECK).first().getByText('rg-onex', { exact: true })).not.toHaveAttribute('data-lit');
  await expect(command(page, CHECK).first().getByText('c1', { exact: true })).toHaveAttribute('data-lit');
});

test('what the last key changed is marked for a moment, and nothing else is', async ({ page, context }) => {
  await open(page, FULL);
  // The clock is stopped until the mark has been seen.
  const devtools = await context.newCDPSession(page);
  await devtools.send('Animation.enable');
  await devtools.send('Animation.setPlaybackRate', { playbackRate: 0 });
  const show = command(page, CHECK).first();
  await field(page, 'Cluster name').press('End');
  await field(page, 'Cluster name').pressSequentially('2');
  await expect(show.getByText('c12', { exact: true })).toHaveAttribute('data-new');
  await expect(show.getByText('rg-one', { exact: true })).not.toHaveAttribute('data-new');
  // The mark starts again with each key, and the piece stays the same element, selected or pointed at.
  const piece = await show.getByText('c12', { exact: true }).elementHandle();
  const marks = () => piece.evaluate((element) => element.getAnimations().map((mark) => mark.animationName));
  expect(await marks()).toEqual(['new']);
  await field(page, 'Cluster name').pressSequentially('3');
  await expect(show.getByText('c123', { exact: true })).toHaveAttribute('data-new');
  expect(await marks()).toEqual(['again']);
  await field(page, 'Cluster name').pressSequentially('4');
  await expect(show.getByText('c1234', { exact: true })).toHaveAttribute('data-new');
  expect(await marks()).toEqual(['new']);
  expect(await piece.textContent()).toBe('c1234');
  await devtools.send('Animation.setPlaybackRate', { playbackRate: 1 });
  await expect(show.getByText('c1234', { exact: true })).not.toHaveAttribute('data-new');
});

test('copying with missing values is refused with links to them, and done on a second request', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'cluster=aks&workload=training&cluster-name=c1');
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  const check = planned(page, CHECK);
  const copy = check.getByRole('button', { name: `Copy command 1 – ${CHECK}` });
  await copy.click();
  await expect(check.getByRole('alert')).toHaveText('Not copied: values are missing. Fill these in first:');
  await expect(copy).toBeFocused();
  expect(await clipboard(page)).toBe('before');
  await expectAccessible(page, 'a refusal');
  await check.getByRole('button', { name: 'Copy anyway' }).click();
  await expect(copy).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Replace the text in angle brackets' })).toHaveCount(1);
  expect(await clipboard(page)).toContain('--resource-group <resource-group>');
  await copy.click();
  await check.getByRole('button', { name: 'Resource group', exact: true }).click();
  await expect(field(page, 'Resource group')).toBeFocused();
  await field(page, 'Resource group').fill('rg');
  await expect(check.getByRole('alert')).toHaveCount(0);
  await copy.click();
  await expect(page.getByRole('status').filter({ hasText: /^Copied$/ })).toHaveCount(1);
  expect(await clipboard(page)).toContain('--resource-group rg');
});

test('copying a step with an error is refused completely, and has no second request', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, FULL.replace('rg-one', 'a b'));
  const check = planned(page, CHECK);
  // The command itself contains no error.
  await check.getByRole('button', { name: `Copy command 2 – ${CHECK}` }).click();
  await expect(check.getByRole('alert')).toContainText('Fix these first');
  await expect(check.getByRole('button', { name: 'Copy anyway' })).toHaveCount(0);
  await check.getByRole('button', { name: 'Resource group', exact: true }).click();
  await expect(field(page, 'Resource group')).toBeFocused();
  await planned(page, 'Install the CLI extensions').getByRole('button', { name: /^Copy/ }).first().click();
  await expect(page.getByRole('status').filter({ hasText: /^Copied$/ })).toHaveCount(1);
});

test('all commands of a step are copied at once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, FULL);
  await planned(page, SIGN_IN).getByRole('button', { name: `Copy all of this step – ${SIGN_IN}` }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Copied$/ })).toHaveCount(1);
  expect(await clipboard(page)).toBe('az login\naz account set --subscription 11111111-2222-3333-4444-555555555555');
});

test('steps are ticked off scenario by scenario, and stay so over a reload', async ({ page }) => {
  await open(page, FULL);
  await expect(bar(page)).toHaveAccessibleName(/^0 of \d+ steps done$/);
  const all = await page.getByRole('checkbox', { name: /^Done: / }).count();
  await expect(bar(page)).toHaveAttribute('max', String(all));
  await expect(planned(page, SIGN_IN)).toHaveAttribute('aria-current', 'step');
  await done(page, SIGN_IN).check();
  await expect(planned(page, SIGN_IN)).not.toHaveAttribute('aria-current');
  await done(page, CHECK).check();
  await expect(bar(page)).toHaveAccessibleName(`2 of ${all} steps done`);
  await reload(page);
  await expect(done(page, SIGN_IN)).toBeChecked();
  await expect(done(page, CHECK)).toBeChecked();
  await field(page, 'Cluster name').fill('c2');
  await expect(done(page, SIGN_IN)).not.toBeChecked();
  await expect(bar(page)).toHaveAccessibleName(`0 of ${all} steps done`);
  await field(page, 'Cluster name').fill('c1');
  await expect(done(page, CHECK)).toBeChecked();
  await done(page, CHECK).uncheck();
  await done(page, SIGN_IN).uncheck();
  expect(await page.evaluate(() => localStorage.getItem('azureml-k8s-wizard.progress'))).toBeNull();
});

test('two windows tick off one scenario and lose nothing', async ({ page, context }) => {
  await open(page, FULL);
  const other = await context.newPage();
  await open(other, FULL);
  await done(page, SIGN_IN).check();
  await expect(done(other, SIGN_IN)).toBeChecked();
  await done(other, CHECK).check();
  await expect(done(page, CHECK)).toBeChecked();
  await expect(bar(page)).toHaveAccessibleName(/^2 of/);
  await other.close();
});

test('a step that checks shows the expected result, and leads to the meaning of the codes', async ({ page }) => {
  await open(page, FULL);
  const check = planned(page, CHECK);
  await expect(check.getByRole('heading', { name: 'Success looks like this' })).toBeVisible();
  await expect(check.getByText('"provisioningState": "Succeeded"')).toContainText('every pod in namespace azureml is Running');
  await check.getByRole('button', { name: 'If the installation fails' }).click();
  await expect(table(page, 'If the installation fails').getByRole('row', { name: /^E45003/ })).toBeVisible();
  await expect(page.getByRole('group').getByText('If the installation fails', { exact: true })).toBeFocused();
});

test('from the heading of the plan it is six stops to the first Copy', async ({ page }) => {
  await open(page, FULL);
  await page.getByRole('button', { name: 'I have checked them' }).click();
  await page.getByRole('heading', { name: 'Commands' }).focus();
  for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: `Copy command 1 – ${SIGN_IN}` })).toBeFocused();
});

test('the print shows the visible content, with addresses and without controls', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await open(page, FULL);
  await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
  await expect(page.getByRole('radio')).toHaveCount(0);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Search settings' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Start from' })).toHaveCount(0);
  await expect(command(page, CHECK).first()).toBeVisible();
  await expect(planned(page, CHECK).getByText('Success looks like this')).toBeVisible();
  const [ground, ink] = await command(page, CHECK).first().evaluate((code) => [getComputedStyle(document.body).backgroundColor, getComputedStyle(code).color]);
  expect([ground, ink]).toEqual(['rgba(0, 0, 0, 0)', 'rgb(29, 35, 33)']);
  const address = await planned(page, CHECK).getByRole('link').first().evaluate((link) => getComputedStyle(link, '::after').content);
  expect(address).toContain('https://learn.microsoft.com/');
});
