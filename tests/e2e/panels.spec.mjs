// Reading, comparing, keeping; links with texts; the three shells.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { command, expectAccessible, field, fragment, open, planned, reload, step, test } from './page.mjs';

// As printed in the documents of the preview.
const MISPRINTED =
  'az k8s-extension create --name arcml-extension --extension-type Microsoft.AzureML.Kubernetes --cluster-type connectedClusters --cluster-name <your-connected-cluster-name> --config enableInference=True privateEndpointNodeport=True allowInsecureConnections=Ture --resource-group <resource-group> --scope cluster';

const panel = async (page, name) => {
  await page.getByRole('region', { name: 'More ways to start' }).getByRole('button', { name, exact: true }).click();
};
const pasted = (page) => page.getByRole('textbox', { name: 'A command, an Azure resource id, or the JSON of az … show' });
const tools = (page) => page.getByRole('region', { name: 'More ways to start' });
const findings = (page) => tools(page).getByRole('listitem');
const notice = (page) => page.getByRole('status').filter({ hasText: 'This scenario came with a link' });

test('a misprinted command is read, repaired, migrated, copied and compared', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await panel(page, 'Paste what you have');
  await pasted(page).fill(`# from the run-book\n${MISPRINTED}`);
  await expect(page.getByRole('status').filter({ hasText: 'Edition: 2021 preview. Written for bash. 2 errors' })).toBeVisible();

  const misprint = findings(page).filter({ hasText: 'Ture' }).first();
  await misprint.getByRole('button', { name: `line 2, column ${MISPRINTED.indexOf('Ture') + 1}` }).click();
  const selected = await pasted(page).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
  expect(selected).toBe('Ture');
  await expect(page.getByRole('deletion')).toHaveText('Ture');
  await expect(page.getByRole('insertion')).toHaveText('True');

  // With its line breaks, ready to run.
  await page.getByRole('button', { name: 'Copy the repaired commands' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`# from the run-book\n${MISPRINTED.replace('Ture', 'True')}`);

  await page.getByRole('button', { name: 'Repair everything that is certain' }).click();
  await expect(pasted(page)).toHaveValue(`# from the run-book\n${MISPRINTED.replace('Ture', 'True')}`);
  await expect(findings(page).filter({ hasText: 'Ture' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Use it in the current edition' }).click();
  const create = command(page, 'Install the Azure Machine Learning extension');
  await expect(create).toContainText('inferenceRouterServiceType=NodePort allowInsecureConnections=True');
  await expect(create).not.toContainText('privateEndpoint');
  const install = planned(page, 'Install the Azure Machine Learning extension');
  await install.getByRole('button', { name: /^Copy/ }).first().click();
  await install.getByRole('button', { name: 'Copy anyway' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Replace the text in angle brackets' })).toHaveCount(1);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('inferenceRouterServiceType=NodePort');

  await panel(page, 'Compare');
  await page.getByRole('combobox', { name: 'Compare this scenario with' }).selectOption({ label: 'Development with NodePort' });
  // Only the differences between the pasted command and the preset.
  const answers = tools(page).getByRole('table').first();
  const row = (name) => answers.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });
  await expect(row('Workload').getByRole('code')).toHaveText(['Training and inference', 'Inference']);
  await expect(row('High availability').getByRole('code')).toHaveText(['No', 'Yes']);
  // The default of the preview, which migration keeps.
  await expect(row('Install the NVIDIA device plug-in').getByRole('code')).toHaveText(['No', 'Yes']);
  await expect(row('Transport')).toHaveCount(0);
});

test('a text without commands is reported, and a huge text is neither shown nor read completely', async ({ page }) => {
  await open(page);
  await panel(page, 'Paste what you have');
  await pasted(page).fill('hello world');
  await expect(page.getByRole('status').filter({ hasText: 'The pasted text contains no link' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use this scenario' })).toHaveCount(0);
  // Paste, which changes the text once. Filling in changes it once per line, which causes hundreds of readings.
  const paste = (text) => pasted(page).evaluate((area, text) => {
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  // Alike findings are one finding, so that each command has a mistake of its own.
  await paste(Array.from({ length: 400 }, (_, index) => `az ml compute attach --name x --foo${index} bar`).join('\n'));
  await expect(page.getByText(/^… and \d+ more\. Fix these first\.$/)).toBeVisible();
  // A hundred findings, and the one answer that was understood.
  await expect(tools(page).getByRole('listitem')).toHaveCount(101);
  await paste('x'.repeat(1_100_000));
  await expect(page.getByRole('status').filter({ hasText: 'the limit is one megabyte' })).toBeVisible();
});

test('commands in the shell of somebody else are read as well', async ({ page }) => {
  await open(page);
  await panel(page, 'Paste what you have');
  await pasted(page).fill(
    "PS C:\\> az k8s-extension create `\n  --name 'it''s' --cluster-type managedClusters -c c1 -g rg `\n  --extension-type Microsoft.AzureML.Kubernetes --config enableTraining=True",
  );
  await expect(page.getByRole('status').filter({ hasText: 'Written for PowerShell' })).toBeVisible();
  await page.getByRole('button', { name: 'Use this scenario' }).click();
  await expect(command(page, 'Check the extension').first()).toContainText('--cluster-name c1');
  await expect.poll(() => fragment(page)).toContain('cluster=aks');
});

test('Back restores the scenario that was replaced', async ({ page }) => {
  await open(page);
  await field(page, 'Cluster name').fill('mine');
  await expect.poll(() => fragment(page)).toContain('mine');
  await panel(page, 'Paste what you have');
  await pasted(page).fill('az k8s-extension show --name a --cluster-type managedClusters --cluster-name theirs --resource-group rg');
  await page.getByRole('button', { name: 'Use this scenario' }).click();
  await expect(field(page, 'Cluster name')).toHaveValue('theirs');
  await expect.poll(() => fragment(page)).toContain('theirs');
  await page.goBack();
  await expect(field(page, 'Cluster name')).toHaveValue('mine');
  await page.goForward();
  await expect(field(page, 'Cluster name')).toHaveValue('theirs');
});

test('an unknown text that is pasted for a comparison is reported, and the choice stays', async ({ page }) => {
  await open(page, 'cluster=aks&cluster-name=c1');
  await panel(page, 'Compare');
  const other = page.getByRole('combobox', { name: 'Compare this scenario with' });
  await other.selectOption({ label: 'A link, or commands' });
  await page.getByRole('textbox', { name: 'Link, commands, or JSON' }).fill('hello');
  await expect(page.getByText('This is no scenario.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Link, commands, or JSON' }).fill('{"cloudName": "AzureCloud"}');
  await expect(page.getByText('This JSON names no Azure resource')).toBeVisible();
  await page.getByRole('textbox', { name: 'Link, commands, or JSON' }).fill('workload=training&colour=red');
  await expect(page.getByText('colour: there is no such field.')).toBeVisible();
  await other.selectOption({ label: 'Private on AKS' });
  await panel(page, 'Scenarios and files');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Prod');
  await page.getByRole('button', { name: 'Keep this scenario' }).click();
  await panel(page, 'Compare');
  await expect(other).toHaveValue('preset:private-https');
  await expect(other.getByRole('option', { name: 'Prod', exact: true })).toBeAttached();
});

test('an update of an installed extension comes in the chosen shell, with what it asks', async ({ page }) => {
  await open(page, 'cluster=aks&workload=training&cluster-name=c1&resource-group=rg');
  await page.getByRole('radio', { name: 'PowerShell' }).check();
  await panel(page, 'Compare');
  await page.getByRole('combobox', { name: 'Compare this scenario with' }).selectOption({ label: 'A link, or commands' });
  await page
    .getByRole('textbox', { name: 'Link, commands, or JSON' })
    .fill('v=1&cluster=aks&workload=training&cluster-name=c1&resource-group=rg&dcgm-exporter=yes');
  const update = tools(page).getByRole('code').filter({ hasText: /^az k8s-extension update/ });
  await expect(update).toContainText('--config installDcgmExporter=False');
  await expect(update).not.toContainText('--extension-type');
  expect(await update.innerText()).toContain('`\n');
});

test('the shells write different commands, and a value that a shell cannot pass is reported', async ({ page }) => {
  await open(page, 'cluster=aks&workload=training&cluster-name=c1');
  await field(page, 'Resource group').fill('rg(prod)');
  await field(page, 'Resource group').blur();
  const show = command(page, 'Check the extension').first();
  await expect(show).toContainText("--resource-group 'rg(prod)'");
  await page.getByRole('radio', { name: 'Command Prompt' }).check();
  await expect(show).toContainText('--resource-group "rg(prod)"');
  expect(await show.innerText()).toContain(' ^\n');
  await page.getByRole('radio', { name: 'PowerShell' }).check();
  await expect(show).toContainText('--resource-group <resource-group>');
  await expect(page.getByRole('listitem').filter({ hasText: 'PowerShell cannot pass “(” to' })).toBeVisible();
  await page.getByRole('radio', { name: 'bash' }).check();
  await expect(page.getByText('PowerShell cannot pass')).toHaveCount(0);
});

test('texts of a link are listed until they are confirmed or changed, and not after a reload', async ({ page }) => {
  await open(page, 'cluster=aks&resource-group=rg-x&cluster-name=c-x&workspace=mlw-x');
  await expect(notice(page).getByRole('listitem')).toHaveText(['Resource group rg-x', 'Cluster name c-x', 'Workspace mlw-x']);
  await field(page, 'Resource group').fill('rg-y');
  await expect(notice(page).getByRole('listitem')).toHaveText(['Cluster name c-x', 'Workspace mlw-x']);
  // The other texts have not been confirmed yet.
  await expect.poll(() => fragment(page)).toContain('rg-y');
  await reload(page);
  await expect(notice(page).getByRole('listitem')).toHaveText(['Resource group rg-y', 'Cluster name c-x', 'Workspace mlw-x']);
  await notice(page).getByRole('button', { name: 'I have checked them' }).click();
  await expect(notice(page)).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => history.state)).toBe(true);
  await reload(page);
  await expect(field(page, 'Resource group')).toHaveValue('rg-y');
  await expect(notice(page)).toHaveCount(0);
});

test('values of a link are shown whole, with the choices that open something to the network', async ({ page }) => {
  const path = `/srv/${'certificates/'.repeat(20)}tls.pem`;
  await open(page, `cluster=aks&resource-group=rg-x&exposure=node-port&transport=http&load-balancer=internal`);
  await expect(notice(page).getByRole('listitem')).toHaveText(['Resource group rg-x', 'Exposure NodePort', 'Transport HTTP']);
  await open(page, `cluster=aks&cert-file=${path}&key-file=k.pem`);
  const value = notice(page).getByRole('listitem').first();
  await expect(value).toHaveText(`Certificate file ${path}`);
  // Wrapped, and not cut off by the notice.
  const isInside = () => value.evaluate((node) => [...node.querySelectorAll('code')].every((code) => code.scrollWidth <= node.clientWidth + 1));
  expect(await isInside()).toBe(true);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await isInside()).toBe(true);
});

test('an invisible character is shown by its number, wherever it came from', async ({ page }) => {
  const text = 'rg\u202Etxt.exe\u2066\u200B\u0007';
  await open(page, new URLSearchParams({ cluster: 'aks', 'resource-group': text, 'cert-file': `${text}.pem`, [`x${text}`]: text }).toString());
  await expect(notice(page).getByRole('listitem').first()).toHaveText('xrg[U+202E]txt.exe[U+2066][U+200B][U+0007]: there is no such field.');
  await panel(page, 'Paste what you have');
  await pasted(page).fill(`az k8s-extension create --name ${text} --config ${text}=${text} --resource-group '${text}'\n${text}`);
  await expect(page.getByRole('status').filter({ hasText: 'Written for bash.' })).toBeVisible();
  await page.getByRole('button', { name: 'Compare with this scenario' }).click();
  await expect(tools(page).getByRole('table').first()).toBeVisible();
  // A control contains the typed text.
  const shown = await page.evaluate(() => document.body.innerText);
  expect(shown).not.toMatch(/[\u0007\u200B\u202A-\u202E\u2066-\u2069]/);
  await panel(page, 'Paste what you have');
  expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/[\u0007\u200B\u202A-\u202E\u2066-\u2069]/);
});

test('a link with only choices is reported in one line', async ({ page }) => {
  await open(page, 'cluster=aks&workload=training');
  await expect(notice(page)).toHaveText('This scenario came with a link.Dismiss');
  await notice(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice(page)).toHaveCount(0);
  await open(page);
  await expect(notice(page)).toHaveCount(0);
});

test('scenarios are kept, renamed, opened, deleted and brought back, and nothing else is kept', async ({ page }) => {
  await open(page, 'cluster=aks&cluster-name=c1');
  await panel(page, 'Scenarios and files');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await page.getByRole('button', { name: 'Keep this scenario' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Enter a name first.' })).toBeVisible();
  await name.fill('Prod');
  await name.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Kept.' })).toBeVisible();
  await expect(name).toHaveValue('');
  expect(await page.evaluate(() => localStorage.length)).toBe(1);

  await page.getByRole('button', { name: 'Rename Prod' }).click();
  await expect(page.getByRole('textbox', { name: 'New name' })).toBeFocused();
  await page.getByRole('textbox', { name: 'New name' }).fill('Production');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Rename Production' })).toBeFocused();
  await field(page, 'Cluster name').fill('c2');
  await reload(page);
  await panel(page, 'Scenarios and files');
  await page.getByRole('button', { name: 'Open Production' }).click();
  await expect(field(page, 'Cluster name')).toHaveValue('c1');

  await page.getByRole('button', { name: 'Delete Production' }).click();
  await expect(page.getByRole('button', { name: 'Open Production' })).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  const undo = page.getByRole('region', { name: 'More ways to start' }).getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await undo.click();
  await expect(page.getByRole('button', { name: 'Open Production' })).toBeVisible();
});

test('a scenario is saved to a file and opened again, and a file without a scenario is reported', async ({ page }) => {
  await open(page, 'cluster=aks&cluster-name=c1&cert-file=C:\\a b\\c.pem');
  await panel(page, 'Scenarios and files');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('scenario.json');
  const text = await readFile(await file.path(), 'utf8');
  expect(JSON.parse(text).answers).toEqual({ cluster: 'aks', 'cluster-name': 'c1', 'cert-file': 'C:\\a b\\c.pem' });

  await open(page);
  await panel(page, 'Scenarios and files');
  const picker = page.getByLabel('Open a file');
  const give = (name, content) => picker.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  await give('broken.json', '{"answers": ');
  await expect(page.getByRole('status').filter({ hasText: /^broken\.json: .*not valid JSON/ })).toBeVisible();
  await give('scenario.json', text.replace('"answers": {', '"answers": {\n    "colour": "red",'));
  await expect(page.getByText('colour: there is no such field.')).toBeVisible();
  await expect(field(page, 'Cluster name')).toHaveValue('c1');
});

test('a file that is dropped is opened', async ({ page }) => {
  await open(page);
  await panel(page, 'Scenarios and files');
  const transfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['{"version": 1, "answers": {"cluster-name": "dropped"}}'], 'x.json'));
    return transfer;
  });
  await page.getByText('or drop one here').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(field(page, 'Cluster name')).toHaveValue('dropped');
});

test('an address that has grown too long offers a file', async ({ page }) => {
  await open(page, 'cluster=aks');
  const offer = page.getByText('The address is now too long');
  await expect(offer).toBeHidden();
  await step(page, 'Endpoint').click();
  await field(page, 'Certificate file').fill(`/certs/${'x'.repeat(2100)}.pem`);
  await expect(offer).toBeVisible();
  await offer.getByRole('button', { name: 'Scenarios and files' }).click();
  await expect(page.getByRole('button', { name: 'Save as a file' })).toBeVisible();
});

test.describe('when the panels do not load', () => {
  test.use({ expectedError: /Failed to load resource/ });
  test('a message appears, and loading can be tried again', async ({ page }) => {
    await page.route('**/panels*', (route) => route.abort());
    await open(page);
    await panel(page, 'Paste what you have');
    await expect(page.getByRole('status').filter({ hasText: 'could not be loaded' })).toBeVisible();
    await page.unroute('**/panels*');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect(pasted(page)).toBeVisible();
  });
  test('migration reports the failure, and works at the second request', async ({ page }) => {
    await page.route('**/panels*', (route) => route.abort());
    await open(page, 'edition=arc-preview&cluster-name=c1');
    const migrate = page.getByRole('button', { name: 'Open it in the current edition' }).first();
    await migrate.click();
    await expect(page.getByRole('status').filter({ hasText: 'could not be loaded' }).first()).toBeVisible();
    await page.unroute('**/panels*');
    await migrate.dblclick();
    await expect.poll(() => fragment(page)).toBe('#v=1&cluster-name=c1&nvidia-plugin=yes');
  });
});

for (const [width, scheme] of [[320, 'dark'], [1280, 'light']]) {
  test(`every panel is accessible and fits (${scheme}, ${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, 'cluster=aks&cluster-name=c1&foo=1');
    await panel(page, 'Paste what you have');
    await pasted(page).fill(`${MISPRINTED}\nwhat is this`);
    await expect(page.getByRole('insertion')).toBeVisible();
    await expectAccessible(page, 'reading');
    await panel(page, 'Compare');
    await page.getByRole('combobox', { name: 'Compare this scenario with' }).selectOption({ label: 'Private on AKS' });
    await expect(tools(page).getByRole('table').first()).toBeVisible();
    await expectAccessible(page, 'comparing');
    await panel(page, 'Scenarios and files');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Prod');
    await page.getByRole('button', { name: 'Keep this scenario' }).click();
    await page.getByRole('button', { name: 'Rename Prod' }).click();
    await expectAccessible(page, 'keeping');
  });
}
