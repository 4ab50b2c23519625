// The questions and the controls around them: presets, wizard steps, folds, help, repairs, keys. Found only by role and name.
import { expect } from '@playwright/test';
import { choose, command, expectAccessible, field, fragment, open, press, reload, step, test } from './page.mjs';

const preset = (page, name) => page.getByRole('button', { name: new RegExp(`^${name} `) });
const presets = (page) => page.getByText('Start from');
const taken = (page, text) => page.getByRole('status').filter({ hasText: text });
const undo = (page) => page.getByRole('button', { name: 'Undo', exact: true });
const advanced = (page) => page.getByText(/^Advanced/);
const help = (page, name) => page.getByRole('button', { name: `Help: ${name}`, exact: true });
const dialog = (page, name) => page.getByRole('dialog', { name });
const legend = (page, name) => page.getByRole('heading', { name, level: 3 });
/** Role and name of the focused element, as the browser computes them. */
const focused = (page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`;
  });

test('an empty scenario begins with the presets, and a link folds them under the name of its preset', async ({ page }) => {
  await open(page);
  await expect(preset(page, 'Proof of concept')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Start from' })).toBeVisible();
  await open(page, 'cluster=aks&cluster-name=c1');
  await reload(page);
  await expect(page.getByText('Production on AKS', { exact: true }).first()).toBeVisible();
  await expect(preset(page, 'Proof of concept')).toBeHidden();
  await step(page, 'Settings').click();
  await choose(page, 'Install the NVIDIA device plug-in', 'Yes');
  await expect(page.getByText('Production on AKS + 1 change')).toBeVisible();
  await presets(page).click();
  await expect(preset(page, 'Proof of concept')).toBeVisible();
});

test('a preset keeps the names, and Undo gives everything back as it was typed, blanks included', async ({ page }) => {
  await open(page);
  await field(page, 'Resource group').fill('  rg one ');
  await field(page, 'Cluster name').fill('edge-1');
  await choose(page, 'Connected to Azure Arc', 'No');
  await preset(page, 'Private on AKS').click();
  await expect(legend(page, 'Your cluster')).toBeFocused();
  await expect(preset(page, 'Private on AKS')).toBeHidden();
  await expect(taken(page, 'Private on AKS: its choices are set')).toBeVisible();
  await expect(page.getByRole('radio', { name: /Azure Kubernetes Service/ })).toBeChecked();
  await expect(field(page, 'Cluster name')).toHaveValue('edge-1');
  await expect(command(page, 'Install the Azure Machine Learning extension')).toContainText('internalLoadBalancerProvider=azure');
  await undo(page).click();
  await expect(taken(page, 'Everything is restored.')).toBeVisible();
  await expect(field(page, 'Resource group')).toHaveValue('  rg one ');
  await expect(page.getByRole('radio', { name: /^Azure Arc Any/ })).toBeChecked();
  await expect(page.getByRole('group', { name: 'Connected to Azure Arc' }).getByRole('radio', { name: 'No' })).toBeChecked();
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(page.getByRole('radio', { name: /Azure Kubernetes Service/ })).toBeChecked();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(undo(page)).toHaveCount(0);
  await expect(legend(page, 'Your cluster')).toBeFocused();
});

test('a press that ends typing in a field still undoes a preset', async ({ page }) => {
  await open(page);
  await preset(page, 'Private on AKS').click();
  await field(page, 'Resource group').fill('rg-typed');
  await press(page, undo(page));
  await expect(taken(page, 'Everything is restored.')).toBeVisible();
});

test('Back of the browser undoes a preset, and Forward applies it again', async ({ page }) => {
  await open(page, 'cluster-name=edge-1&connected=no');
  await presets(page).click();
  await preset(page, 'Private on AKS').click();
  await expect.poll(() => fragment(page)).toBe('#v=1&cluster=aks&cluster-name=edge-1&exposure=internal');
  await page.goBack();
  await expect(page.getByRole('radio', { name: /^Azure Arc Any/ })).toBeChecked();
  await expect(page.getByRole('group', { name: 'Connected to Azure Arc' }).getByRole('radio', { name: 'No' })).toBeChecked();
  await expect(undo(page)).toHaveCount(0);
  await page.goForward();
  await expect(page.getByRole('radio', { name: /Azure Kubernetes Service/ })).toBeChecked();
});

test('the preset that stands already changes nothing', async ({ page }) => {
  await open(page, 'cluster=aks&cluster-name=c1');
  const before = await page.evaluate(() => history.length);
  await presets(page).click();
  await expect(preset(page, 'Production on AKS')).toHaveAttribute('aria-current', 'true');
  await preset(page, 'Production on AKS').click();
  await expect(undo(page)).toHaveCount(0);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('what a stranger\'s link has brought is still to be looked at after a preset', async ({ page }) => {
  await open(page, 'cluster-name=edge-1');
  await presets(page).click();
  await preset(page, 'Private on AKS').click();
  await expect(page.getByRole('status').filter({ hasText: 'This scenario came with a link.' })).toContainText('edge-1');
});

test('the navigation shows which steps are done, unfinished, or do not apply', async ({ page }) => {
  await open(page);
  const standing = async (name) => (await step(page, name).textContent()).replaceAll(/\s+/g, ' ').trim();
  await expect(step(page, 'Cluster')).toHaveAttribute('aria-current', 'step');
  await page.getByRole('button', { name: 'Next' }).click();
  // Names are missing in that step.
  expect(await standing('Cluster')).toBe('Cluster');
  await page.getByRole('button', { name: 'Next' }).click();
  expect(await standing('Workload')).toBe('Workload done');
  await step(page, 'Cluster').click();
  await field(page, 'Subscription id').fill('11111111-2222-3333-4444-555555555555');
  await field(page, 'Resource group').fill('rg');
  await field(page, 'Cluster name').fill('edge-1');
  await step(page, 'Workload').click();
  expect(await standing('Cluster')).toBe('Cluster done');
  await choose(page, 'Workload', /^Training Training/);
  await expect(step(page, 'Endpoint')).toBeDisabled();
  expect(await standing('Endpoint')).toBe('Endpoint does not apply');
  await expect(page.getByRole('group', { name: 'Its workload' })).toBeVisible();
});

test('advanced questions are folded, with a count of changes and errors in them', async ({ page }) => {
  await open(page, 'volcano=no&dcgm-exporter=yes&node-selector=x%20y');
  await step(page, 'Settings').click();
  await expect(advanced(page)).toHaveText('Advanced (3 changed, 1 with an error)');
  await expect(page.getByRole('group', { name: 'High availability' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Install Volcano' })).toBeHidden();
  await advanced(page).click();
  await choose(page, 'Install Volcano', 'Yes');
  await expect(advanced(page)).toHaveText('Advanced (2 changed, 1 with an error)');
});

test('a folded field is shown when the user goes to it', async ({ page }) => {
  await open(page, 'identity=user-assigned');
  const commands = page.getByRole('region', { name: 'Commands' });
  await commands.getByRole('button', { name: 'Identity resource ids' }).first().click();
  await expect(field(page, 'Identity resource ids')).toBeFocused();
  await expect(advanced(page)).toHaveText('Advanced (1 changed, 1 to fill in)');
});

test('help explains a field, from a part of the page that is fetched on demand', async ({ page }) => {
  await open(page);
  await step(page, 'Endpoint').click();
  const control = help(page, 'Exposure');
  await expect(control).toHaveAttribute('aria-expanded', 'false');
  await control.click();
  await expect(control).toHaveAttribute('aria-expanded', 'true');
  await expect(control).toBeFocused();
  const definitions = page.getByRole('definition');
  await expect(definitions.filter({ hasText: 'inferenceRouterServiceType' })).toHaveText('inferenceRouterServiceType, internalLoadBalancerProvider');
  await expect(definitions.filter({ hasText: '2021 preview' })).toHaveText('Current, 2021 preview');
  await expect(definitions.getByRole('link', { name: 'how-to-deploy-kubernetes-extension' })).toBeVisible();
  await help(page, 'CNAME').click();
  await expect(control).toHaveAttribute('aria-expanded', 'false');
  await expect(definitions.filter({ hasText: 'ml.contoso.com' }).first()).toBeVisible();
  await help(page, 'CNAME').press('Enter');
  await expect(definitions).toHaveCount(0);
});

test('a certain repair is offered beside the field and in the summary, says what it writes, and can be taken back', async ({ page }) => {
  await open(page);
  const group = field(page, 'Resource group');
  const repairs = page.getByRole('button', { name: 'Write “rg-ml”' });
  await group.pressSequentially('rg-ml.');
  await expect(repairs).toHaveCount(0);
  await group.blur();
  await expect(repairs).toHaveCount(2);
  await expect(group).toHaveValue('rg-ml.');
  await expect(page.getByRole('heading', { name: /^Worth a look: 1 error, 1 note, \d+ values to fill in$/ })).toBeVisible();
  await repairs.first().click();
  await expect(group).toHaveValue('rg-ml');
  await expect(group).toBeFocused();
  await expect(repairs).toHaveCount(0);
  await expect(taken(page, 'Fixed.')).toBeVisible();
  await undo(page).click();
  await expect(group).toHaveValue('rg-ml.');
  await step(page, 'Workspace').click();
  await page.getByRole('region', { name: 'Commands' }).getByRole('button', { name: 'Write “rg-ml”' }).click();
  await expect(group).toBeFocused();
});

test('after a repair of one text, the other texts of a link still need confirmation', async ({ page }) => {
  await open(page, 'cluster=aks&node-count=2&cluster-name=c1');
  await page.getByRole('button', { name: 'High availability: No' }).first().click();
  await expect(command(page, 'Install the Azure Machine Learning extension')).toContainText('inferenceRouterHA=False');
  await expect(page.getByRole('status').filter({ hasText: 'This scenario came with a link.' })).toContainText('c1');
});

test('single keys go on, back, to Copy, to a setting, and say what they do', async ({ page }) => {
  await open(page);
  await page.keyboard.press('n');
  await expect(legend(page, 'Its workload')).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.press('p');
  await expect(legend(page, 'Its workload')).toBeFocused();
  await page.keyboard.press('?');
  await expect(dialog(page, 'Keyboard shortcuts')).toBeVisible();
  await expect(dialog(page, 'Keyboard shortcuts').getByRole('definition')).toHaveText([
    'Copy the current step', 'Next step', 'Previous step', 'Search settings', 'This list',
  ]);
  await expectAccessible(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await expect(dialog(page, 'Keyboard shortcuts')).toBeHidden();
  await expect(legend(page, 'Its workload')).toBeFocused();
  await page.keyboard.press('c');
  // If values are missing, the reason is focused.
  await expect.poll(() => focused(page)).toMatch(/^DIV Not copied: values are missing/);
  await legend(page, 'Its workload').focus();
  for (const chord of ['Control+c', 'Alt+n', 'Meta+n']) await page.keyboard.press(chord);
  await expect(legend(page, 'Its workload')).toBeFocused();
});

test('single keys are letters where one types', async ({ page }) => {
  await open(page);
  await field(page, 'Cluster name').pressSequentially('cnp?/');
  await expect(field(page, 'Cluster name')).toHaveValue('cnp?/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(legend(page, 'Your cluster')).toBeVisible();
});

test('single keys can be switched off for good, and on again', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  const single = page.getByRole('checkbox', { name: /^Use single-key shortcuts/ });
  await single.uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(legend(page, 'Your cluster')).toBeVisible();
  await reload(page);
  await page.keyboard.press('n');
  await expect(legend(page, 'Your cluster')).toBeVisible();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await single.check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(legend(page, 'Its workload')).toBeFocused();
});

test('a setting is found by its label, its id and its key, and gone to by keyboard', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  const input = page.getByRole('combobox', { name: 'Name of a question, or key of a setting' });
  await expect(input).toBeFocused();
  await expect(input).toHaveValue('');
  await input.fill('installVolcano');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveText(['Install Volcano Settings']);
  await expectAccessible(page, 'search');
  await input.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Install Volcano' }).getByRole('radio', { name: 'Yes' })).toBeFocused();
  await page.getByRole('button', { name: 'Search settings' }).click();
  await input.fill('resource group');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveText([
    'Resource group Cluster', 'Workspace resource group Workspace', 'Virtual network resource group does not apply',
  ]);
  await input.press('ArrowDown');
  await expect(page.getByRole('dialog').getByRole('option', { name: /^Workspace resource group/ })).toHaveAttribute('aria-selected', 'true');
  await input.press('Enter');
  await expect(field(page, 'Workspace resource group')).toBeFocused();
});

test('a setting that does not apply is found and marked, and has no link', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Search settings' }).click();
  const input = page.getByRole('dialog').getByRole('combobox');
  await input.fill('vm-size');
  const size = page.getByRole('dialog').getByRole('option', { name: 'VM size does not apply' });
  await expect(size).toHaveAttribute('aria-disabled', 'true');
  await input.press('Enter');
  await size.click({ force: true });
  await expect(dialog(page, 'Search settings')).toBeVisible();
  await input.fill('nothing is called that');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'Nothing matches.' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Search settings' })).toBeFocused();
});

for (const name of ['Cluster', 'Workload', 'Endpoint', 'Settings', 'Workspace']) {
  test(`at most eight tabs lead from the first field of the step ${name} to the first Copy`, async ({ page }) => {
    await open(page);
    await step(page, name).click();
    await expect(page.getByRole('heading', { name, level: 3 })).toBeFocused();
    const isControl = () => page.evaluate(() => document.activeElement.matches('input'));
    while (!(await isControl())) await page.keyboard.press('Tab');
    let presses = 0;
    const tab = async () => {
      await page.keyboard.press('Tab');
      presses += 1;
    };
    await tab();
    await expect(page.getByRole('button', { name: 'Go straight to the commands' })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Go straight to the commands' })).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Set up' })).toBeFocused();
    while (!(await focused(page)).startsWith('BUTTON Copy') && presses < 9) await tab();
    expect(presses).toBeLessThanOrEqual(8);
    expect(await focused(page)).toMatch(/^BUTTON Copy/);
  });
}

test('the heading of the step is focused when the focused element is removed', async ({ page }) => {
  await open(page, 'cluster=aks');
  await page.evaluate(() => { location.hash = 'cluster=aks&cluster-name=c2'; });
  await expect(field(page, 'Cluster name')).toHaveValue('c2');
  await field(page, 'Cluster name').focus();
  await page.evaluate(() => { location.hash = 'edition=aks-v1'; });
  await expect(field(page, 'Cluster name')).toHaveCount(0);
  await expect(legend(page, 'Your cluster')).toBeFocused();
});

test('the colours that were chosen are kept, and can follow the system again', async ({ page }) => {
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await open(page);
  expect(await scheme()).toBe('light dark');
  await choose(page, 'Colours', 'Dark');
  expect(await scheme()).toBe('dark');
  await reload(page);
  await expect(page.getByRole('group', { name: 'Colours' }).getByRole('radio', { name: 'Dark' })).toBeChecked();
  expect(await scheme()).toBe('dark');
  await choose(page, 'Colours', 'System');
  expect(await scheme()).toBe('light dark');
});

test('the page works in a browser without storage', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } });
  });
  await open(page);
  await choose(page, 'Colours', 'Dark');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('checkbox', { name: /^Use single-key shortcuts/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(legend(page, 'Your cluster')).toBeVisible();
});

test('forty quick presets and their undoing leave what was typed', async ({ page }) => {
  await open(page);
  await field(page, 'Cluster name').fill(' edge-1');
  await preset(page, 'Private on AKS').click();
  await undo(page).click();
  const again = page.getByRole('button', { name: /^(Undo|Redo)$/ });
  for (let i = 0; i < 20; i += 1) {
    await again.evaluate((button) => button.click());
  }
  await presets(page).click();
  await page.getByRole('list').filter({ has: preset(page, 'Private on AKS') }).first().evaluate((list) => {
    const cards = [...list.querySelectorAll('button')];
    for (let i = 0; i < 42; i += 1) cards[i % cards.length].click();
  });
  await expect(field(page, 'Cluster name')).toHaveValue(' edge-1');
  await expect(undo(page)).toBeVisible();
});

for (const [theme, width] of [['light', 1280], ['dark', 1280], ['light', 320], ['dark', 320]]) {
  test(`every step is accessible with everything unfolded (${theme}, ${width} px)`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    await expectAccessible(page, 'the presets');
    await page.evaluate(() => {
      location.hash = 'resource-group=rg.&node-count=2&node-selector=x%20y&identity=user-assigned&identity-ids=x&cname=-&volcano=no';
    });
    await presets(page).click();
    await preset(page, 'Production on AKS').click();
    await expect(undo(page)).toBeVisible();
    for (const name of ['Cluster', 'Workload', 'Endpoint', 'Settings', 'Workspace']) {
      await step(page, name).click();
      await page.getByRole('button', { name: /^Help:/ }).first().click();
      await expect(page.getByRole('definition').first()).toBeVisible();
      if (await advanced(page).isVisible()) await advanced(page).click();
      await expectAccessible(page, name);
    }
    await choose(page, 'Identity', /^System-assigned/);
  });
}
