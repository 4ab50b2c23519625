// The element in documentation sites as their own tools build them, and in a page with hostile styles.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { document as chapter, up } from './element.mjs';
import { HOSTS, INSTALL, isLit } from './hosts.mjs';
import { choose, command, field, planned, step, test, violations } from './page.mjs';
import { serve } from './server.mjs';

const CREATE = 'Install the Azure Machine Learning extension';
const CHECK = 'Check the extension';

/** The element itself, by its accessible name. */
const wizard = (page) => page.locator('azureml-k8s-wizard');
/** The copy of the terminal's output in the page. */
const copy = (page) => page.getByText('az k8s-extension create').first();
/** Opens a chapter with one wizard. */
const visit = async (page, chapter) => {
  await page.goto(chapter);
  await up(wizard(page));
};
const link = (page) => wizard(page).evaluate((element) => element.link);
const press = async (page, [role, name]) => {
  const control = page.getByRole(role, { name }).first();
  await expect(control).toBeEnabled();
  await control.press('Enter');
};
const expectLit = (locator, lit) => expect.poll(() => locator.evaluate(isLit)).toBe(lit);
// The host's own colours and regions are not checked here.
const expectAccessible = async (page, element = 'azureml-k8s-wizard') => expect(await violations(page, element)).toEqual([]);

for (const { name, chapters, dark, light } of HOSTS) {
  test.describe(name, () => {
    test('the wizard replaces the copy, and leads to commands as on its own page', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await visit(page, chapters.install);
      await expect(page.getByText('Edition: Current (current)')).toBeHidden();
      expect(await link(page)).toBe(INSTALL);

      await field(page, 'Cluster name').fill('edge 7');
      await field(page, 'Cluster name').blur();
      await expect(field(page, 'Cluster name')).toHaveAttribute('aria-invalid', 'true');
      await field(page, 'Cluster name').fill('edge-7');
      // With the keyboard: a site that scrolls smoothly moves under the pointer.
      await step(page, 'Endpoint').press('Enter');
      await choose(page, 'Exposure', 'NodePort');
      await choose(page, 'Transport', /^HTTP Unencrypted/);
      await expect(command(page, CREATE)).toContainText('--cluster-name edge-7');
      await expect(command(page, CREATE)).toContainText('inferenceRouterServiceType=NodePort allowInsecureConnections=True');
      await planned(page, CHECK).getByRole('button', { name: `Copy command 1 – ${CHECK}` }).click();
      await expect(page.getByRole('status').filter({ hasText: /^Copied$/ })).toHaveCount(1);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('--cluster-name edge-7');

      const title = page.getByRole('heading', { level: 1 });
      const text = await title.innerText();
      await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('日本語');
      await expect(page.getByRole('heading', { name: 'コマンド', exact: true })).toBeVisible();
      await expect(command(page, 'Azure Machine Learning 拡張機能のインストール')).toContainText('--cluster-name edge-7');
      // The host page and its address do not change.
      expect(await title.innerText()).toBe(text);
      expect(new URL(page.url()).hash).toBe('');
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    });

    test('the host page reads and sets the scenario, and is notified of changes', async ({ page }) => {
      await visit(page, chapters.install);
      await page.evaluate(() => {
        window.links = [];
        document.addEventListener('wizard-change', ({ detail }) => window.links.push(detail.link));
      });
      await field(page, 'Cluster name').fill('edge-7');
      await expect.poll(() => page.evaluate(() => window.links.at(-1))).toBe(INSTALL.replace('aks-ml', 'edge-7'));
      expect(await link(page)).toBe(INSTALL.replace('aks-ml', 'edge-7'));

      await wizard(page).evaluate((element) => { element.link = 'cluster=aks&workload=training&cluster-name=by-link'; });
      await expect(command(page, CREATE)).toContainText('--cluster-name by-link');
      await expect(command(page, CREATE)).not.toContainText('enableInference');
      await wizard(page).evaluate((element) => element.setAttribute('cluster-name', 'by-attribute'));
      await expect(command(page, CREATE)).toContainText('--cluster-name by-attribute');
      const result = await wizard(page).evaluate((element) => element.result);
      expect(result.link).toBe('v=1&cluster=aks&cluster-name=by-attribute&workload=training');
      expect(result.steps.map(({ id }) => id)).toContain('create-extension');
    });

    test('the colours are those of the host page', async ({ page }) => {
      await visit(page, chapters.endpoint);
      const words = command(page, CREATE);
      await expectLit(words, false);
      for (const control of dark) await press(page, control);
      await expectLit(page.getByRole('heading', { level: 1 }), true);
      await expectLit(words, true);
      await expectAccessible(page);
      for (const control of light) await press(page, control);
      await expectLit(words, false);
      await expectAccessible(page);
    });

    test('a chapter has its own questions, another the commands alone', async ({ page }) => {
      await visit(page, chapters.endpoint);
      await choose(page, 'Transport', /^HTTP Unencrypted/);
      await choose(page, 'Exposure', 'NodePort');
      await expect(command(page, CREATE)).toContainText('inferenceRouterServiceType=NodePort allowInsecureConnections=True');
      await expect(wizard(page).getByRole('textbox')).toHaveCount(0);
      await expect(page.getByRole('group', { name: 'Cluster', exact: true })).toHaveCount(0);
      await expect(planned(page, CHECK)).toHaveCount(0);

      await visit(page, chapters.verify);
      await expect(command(page, CHECK).first()).toContainText('--cluster-name aks-ml');
      await expect(planned(page, CREATE)).toHaveCount(0);
      await expect(wizard(page).getByRole('textbox')).toHaveCount(0);
      await expect(page.getByRole('group', { name: 'Exposure' })).toHaveCount(0);
    });

    for (const width of [1280, 390]) {
      test(`it is accessible within the page, and within its width (${width} px)`, async ({ page }) => {
        await page.setViewportSize({ width, height: 844 });
        await visit(page, chapters.install);
        await expectAccessible(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }

    test('the plan is on the paper that the page is printed on', async ({ page }) => {
      await visit(page, chapters.install);
      for (const control of dark) await press(page, control);
      await expectLit(command(page, CREATE), true);
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('heading', { name: 'Install', level: 1, exact: true })).toBeVisible();
      await expect(command(page, CREATE)).toBeVisible();
      await expect(command(page, CREATE)).toContainText('--cluster-name aks-ml');
      // Black on white, independent of the screen's colours.
      await expectLit(command(page, CREATE), false);
    });

    test('until the wizard is ready, the copy is shown', async ({ page }) => {
      let release;
      const held = new Promise((resolve) => { release = resolve; });
      await page.route('**/embed/*.wasm', async (route) => {
        await held;
        await route.continue();
      });
      const asked = page.waitForRequest('**/embed/*.wasm');
      await page.goto(chapters.endpoint);
      await asked;
      await expect(copy(page)).toBeVisible();
      await expect(page.getByRole('group', { name: 'Exposure' })).toHaveCount(0);
      release();
      await expect(page.getByRole('group', { name: 'Exposure' })).toBeVisible();
      await expect(page.getByText('# create-extension: Install')).toBeHidden();
    });

    for (const [what, files] of [['script', '**/embed/embed.js'], ['WebAssembly', '**/embed/*.wasm'], ['style sheet', '**/embed/style*.css']]) {
      test.describe(`without the ${what}`, () => {
        test.use({ expectedError: /ERR_FAILED|cannot start/ });

        test('the copy stays', async ({ page }) => {
          await page.route(files, (route) => route.abort());
          const refused = page.waitForEvent('requestfailed');
          await page.goto(chapters.install);
          await refused;
          await expect(page.getByText('Edition: Current (current)')).toBeVisible();
          await expect(copy(page)).toBeVisible();
          await expect(page.getByRole('heading', { name: 'Commands', exact: true })).toHaveCount(0);
        });
      });
    }
  });
}

for (const { name, chapters } of HOSTS.filter(({ name }) => name !== 'MkDocs Material')) {
  test(`${name}: a dark system is enough`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await visit(page, chapters.endpoint);
    await expectLit(page.getByRole('heading', { level: 1 }), true);
    await expectLit(command(page, CREATE), true);
  });
}

test('Docusaurus: a chapter that is left and come back to has its wizard', async ({ page }) => {
  await visit(page, 'docusaurus/endpoint/');
  await choose(page, 'Exposure', 'NodePort');
  const chapter = (name) => page.getByRole('navigation', { name: 'Docs sidebar' }).getByRole('link', { name }).click();
  // Without loading a page: the mark that is set here is still there afterwards.
  await page.evaluate(() => { window.isSame = true; });
  await chapter('Verify');
  await expect(command(page, CHECK).first()).toBeVisible();
  await expect(page.getByRole('group', { name: 'Exposure' })).toHaveCount(0);
  await chapter('Endpoint');
  await expect(page.getByRole('group', { name: 'Exposure' }).getByRole('radio', { name: 'Internal load balancer' })).toBeChecked();
  expect(await page.evaluate(() => window.isSame)).toBe(true);
});

test.describe('a page with hostile styles', () => {
  const both = async (page, address) => {
    await page.goto(address);
    for (const number of [0, 1]) await up(wizard(page).nth(number));
    await expect(page.getByRole('heading', { name: 'Commands', exact: true })).toHaveCount(2);
    await page.evaluate(() => document.fonts.ready);
  };

  test('two wizards on it are independent', async ({ page }) => {
    await both(page, 'plain/');
    const [one, two] = [wizard(page).nth(0), wizard(page).nth(1)];
    await expect(command(one, CREATE)).toContainText('--cluster-name aks-one');
    await expect(command(two, CREATE)).toContainText('--cluster-name arc-two');
    await expectLit(command(one, CREATE), false);
    await expectLit(command(two, CREATE), true);
    await field(one, 'Cluster name').fill('other');
    await one.getByRole('combobox', { name: 'Language', exact: true }).selectOption('Deutsch');
    await expect(one.getByRole('heading', { name: 'Befehle', exact: true })).toBeVisible();
    await expect(command(two, CREATE)).toContainText('--cluster-name arc-two');
    await expect(two.getByRole('heading', { name: 'Commands', exact: true })).toBeVisible();
  });

  test('the page changes no pixel of them', async ({ page }, testInfo) => {
    const pictures = async (address) => {
      await both(page, address);
      const boxes = [await wizard(page).nth(0).boundingBox(), await wizard(page).nth(1).boundingBox()];
      // Without scrolling, which would draw them again with slightly different shades.
      return [await page.screenshot({ fullPage: true, clip: boxes[0] }), await page.screenshot({ fullPage: true, clip: boxes[1] })];
    };
    const neutral = await pictures('plain/neutral.html');
    const hostile = await pictures('plain/');
    for (const [index, picture] of neutral.entries()) {
      await testInfo.attach(`neutral ${index}`, { body: picture, contentType: 'image/png' });
      await testInfo.attach(`hostile ${index}`, { body: hostile[index], contentType: 'image/png' });
      expect(hostile[index].equals(picture), `wizard ${index + 1} looks the same`).toBe(true);
    }
  });

  for (const address of ['plain/', 'plain/neutral.html']) {
    test.describe(address, () => {
      test.use({ expectedError: /ERR_FAILED/ });

      test('the wizards change no pixel of the page', async ({ page }) => {
        // The content above them.
        const clip = { x: 0, y: 0, width: 1280, height: 640 };
        await both(page, address);
        const withThem = await page.screenshot({ clip });
        await page.route('**/embed.js', (route) => route.abort());
        await page.goto(address);
        expect((await page.screenshot({ clip })).equals(withThem)).toBe(true);
      });
    });
  }

  for (const address of ['plain/', 'plain/neutral.html']) {
    test(`each is accessible (${address})`, async ({ page }) => {
      await both(page, address);
      // One at a time: the regions of two wizards on a page have the same names.
      for (const number of [1, 2]) await expectAccessible(page, `azureml-k8s-wizard:nth-of-type(${number})`);
    });
  }
});

test.describe('the policy that docs/embedding.md names is enough', () => {
  // A violation of the policy is an unexpected error in the console.
  test.use({ expectedError: /^request to http:\/\/127\.0\.0\.1/ });

  for (const [index, where] of ['the page’s own site', 'another site'].entries()) {
    test(`for files of ${where}`, async ({ page }, testInfo) => {
      const folder = testInfo.outputPath('site');
      await mkdir(folder);
      const text = await readFile(new URL('../../docs/embedding.md', import.meta.url), 'utf8');
      const other = await serve(0, { headers: { 'Access-Control-Allow-Origin': '*' } });
      const policy = text.match(/^script-src .*$/gm)[index].replaceAll('https://wizard.example.com/', other.url);
      const headers = { 'Content-Security-Policy': `default-src 'none'; ${policy}; require-trusted-types-for 'script'` };
      const site = await serve(0, { headers, folder });
      const body = '<azureml-k8s-wizard link="cluster=aks&cluster-name=aks-one" eager></azureml-k8s-wizard>';
      await writeFile(`${folder}/index.html`, chapter(body, { script: index ? `${other.url}embed/embed.js` : './plain/embed/embed.js' }));

      await visit(page, site.url);
      await page.getByRole('button', { name: 'Compare', exact: true }).click();
      await expect(page.getByRole('combobox', { name: 'Compare this scenario with' })).toBeVisible();
      await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('Deutsch');
      await expect(page.getByRole('heading', { name: 'Befehle', exact: true })).toBeVisible();
      site.close();
      other.close();
    });
  }
});
