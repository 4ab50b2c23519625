// Other languages: chosen by the browser or the user, fetched on demand, and without effect on commands.
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { LANGUAGES } from './languages.mjs';
import { expectAccessible, isComplete, open, reload, test } from './page.mjs';

const STEPS = ['cluster', 'workload', 'endpoint', 'settings', 'workspace'];
const NAMES =
  'subscription=00000000-0000-0000-0000-000000000000&resource-group=rg-ml&cluster-name=prod&workspace=mlw&cname=ml.contoso.com' +
  '&cert-file=cert.pem&key-file=key.pem';

/** The texts of a language, by message name. */
const texts = (lang) => JSON.parse(readFileSync(new URL(`../../public/locales/${lang}.json`, import.meta.url), 'utf8'));
/** FNV-1a, 32 bits: the key by which the page finds a text. */
const key = (english) => {
  const bytes = new TextEncoder().encode(english);
  const hash = bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
  return hash.toString(16).padStart(8, '0');
};
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const title = async (page, name) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await isComplete(page);
};
const language = (page) => page.getByRole('main').evaluate((main) => main.closest('[lang]').lang);
const commands = (page) => page.getByRole('code').filter({ hasText: /^(az|kubectl|oc) / }).allTextContents();
const choice = (page, label) => page.getByRole('combobox', { name: label, exact: true });

for (const lang of Object.keys(LANGUAGES)) {
  const translated = texts(lang);

  test.describe(lang, () => {
    test.use({ locale: lang, permissions: ['clipboard-read', 'clipboard-write'] });

    test(`from a preset to Copy by keyboard alone (${lang})`, async ({ page }) => {
      await open(page, NAMES);
      await title(page, translated['page.PageTitle']);
      expect(await page.title()).toBe(translated['page.PageTitle']);
      expect(await language(page)).toBe(lang);
      const name = translated['preset.private-https.name'];
      const preset = page.getByRole('button', { name: new RegExp(`^${escaped(name)} `) });
      const tabTo = async (text) => {
        const focused = () => page.evaluate(() => document.activeElement.textContent);
        for (let pressed = 0; pressed < 60 && !(await focused()).startsWith(text); pressed += 1) {
          await page.keyboard.press('Tab');
        }
        expect(await focused()).toContain(text);
      };
      // A link with names folds the presets.
      await tabTo(translated['page.PresetsHeading']);
      await page.keyboard.press('Enter');
      await expect(preset).toBeVisible();
      await tabTo(`${name} ${translated['preset.private-https.help']}`);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status').filter({ hasText: translated['page.TakenPreset'] })).toBeVisible();
      await page.keyboard.press('c');
      await expect(page.getByRole('status').filter({ hasText: translated['page.Copied'] })).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('az account set --subscription');
    });

    test(`commands are those of English (${lang})`, async ({ page, browser, baseURL }) => {
      const link = `${NAMES}&cluster=aks&exposure=internal`;
      await open(page, link);
      await title(page, translated['page.PageTitle']);
      const english = await (await browser.newContext({ locale: 'en', baseURL })).newPage();
      await open(english, link);
      await title(english, 'Azure Machine Learning on Kubernetes');
      const expected = await commands(english);
      expect(expected.length).toBeGreaterThan(10);
      expect(await commands(page)).toEqual(expected);
      await english.context().close();
    });

    for (const [width, colorScheme] of [[320, 'dark'], [1280, 'light']]) {
      test(`every step is accessible and fits (${lang}, ${width} px)`, async ({ page }) => {
        // Five complete pages are checked.
        test.slow();
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await open(page, 'resource-group=a%20b&exposure=cluster-ip&identity=user-assigned&identity-ids=x');
        await title(page, translated['page.PageTitle']);
        const path = page.getByRole('navigation', { name: translated['page.WizardNav'] });
        for (const step of STEPS) {
          await path.getByRole('button', { name: new RegExp(`^${escaped(translated[`wizard-step.${step}`])}`) }).click();
          await expectAccessible(page, `${step} in ${lang}`);
        }
      });
    }
  });
}

test.describe('a language that is chosen by hand', () => {
  test.use({ locale: 'en' });

  test('nothing that was typed is lost, and it is remembered', async ({ page }) => {
    const translated = texts('de');
    await open(page);
    await page.getByRole('textbox', { name: 'Cluster name' }).fill('prod-1');
    await page.getByRole('textbox', { name: 'Resource group' }).fill('  rg one ');
    await page.getByRole('button', { name: 'Paste what you have' }).click();
    await page.getByRole('textbox', { name: /^A command/ }).fill('az login --tenant x');
    await choice(page, 'Language').selectOption('Deutsch');
    await title(page, translated['page.PageTitle']);
    await expect(page.getByRole('textbox', { name: translated['field.cluster-name.label'] })).toHaveValue('prod-1');
    await expect(page.getByRole('textbox', { name: translated['field.resource-group.label'] })).toHaveValue('  rg one ');
    await expect(page.getByRole('textbox', { name: translated['panels.ReadPaste'] })).toHaveValue('az login --tenant x');
    await expect(choice(page, translated['page.LanguageLabel'])).toBeFocused();
    await reload(page);
    await title(page, translated['page.PageTitle']);
    await choice(page, translated['page.LanguageLabel']).selectOption('English');
    await title(page, 'Azure Machine Learning on Kubernetes');
    await reload(page);
    await title(page, 'Azure Machine Learning on Kubernetes');
  });

  test('a document that is served as one in another language has the page speak that', async ({ page }) => {
    const served = readFileSync(new URL('../../dist/index.html', import.meta.url), 'utf8');
    const body = served.replace('<html lang="en">', '<html lang="ko">');
    expect(body).not.toBe(served);
    await page.route('**/', (route) => route.fulfill({ body, contentType: 'text/html' }));
    await open(page);
    await title(page, texts('ko')['page.PageTitle']);
  });

  test('the panels change to a language and back with the page', async ({ page }) => {
    const translated = texts('fr');
    await open(page);
    const help = (label, name) => page.getByRole('button', { name: `${label} ${name}`, exact: true });
    await choice(page, 'Language').selectOption('Français');
    await help(translated['page.HelpOn'], translated['field.edition.label']).click();
    await expect(page.getByText(translated['about.Editions'], { exact: true })).toBeVisible();
    await choice(page, translated['page.LanguageLabel']).selectOption('English');
    await expect(page.getByText('By default', { exact: true })).toBeVisible();
    await expect(page.getByText(translated['about.Default'], { exact: true })).toBeHidden();
  });

  test('the language that was chosen last is shown, whichever loads first', async ({ page }) => {
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await page.route('**/locales/ja.json*', async (route) => {
      await held;
      await route.continue();
    });
    await open(page);
    await choice(page, 'Language').selectOption('日本語');
    await choice(page, 'Language').selectOption('Deutsch');
    await title(page, texts('de')['page.PageTitle']);
    const late = page.waitForResponse('**/locales/ja.json*');
    release();
    await (await late).finished();
    await title(page, texts('de')['page.PageTitle']);
  });
});

test.describe('a language that does not load', () => {
  test.use({ locale: 'de', expectedError: /404|Failed to load resource/ });

  const broken = {
    'is missing': { status: 404, body: 'nothing' },
    'is garbage': { status: 200, contentType: 'application/json', body: '{"0000' },
    'is no object': { status: 200, contentType: 'application/json', body: 'null' },
  };
  for (const [what, response] of Object.entries(broken)) {
    test(`is replaced by English when its file ${what}`, async ({ page }) => {
      await page.route('**/locales/de.json*', (route) => route.fulfill(response));
      await open(page, NAMES);
      await title(page, 'Azure Machine Learning on Kubernetes');
      await expect(page.getByRole('status').filter({ hasText: 'could not be loaded' })).toBeVisible();
      expect(await language(page)).toBe('en');
      expect((await commands(page)).length).toBeGreaterThan(10);
    });
  }

  test('the panels request texts that fail to load only once, not at every key', async ({ page }) => {
    const translated = texts('de');
    let asked = 0;
    // The page gets its texts, but the panels get none.
    await page.route('**/locales/de.json*', (route) => {
      asked += 1;
      return asked === 1 ? route.continue() : route.fulfill({ status: 404, body: 'nothing' });
    });
    await open(page);
    await page.getByRole('button', { name: `${translated['page.HelpOn']} ${translated['field.edition.label']}`, exact: true }).click();
    await expect(page.getByText('By default', { exact: true })).toBeVisible();
    const name = page.getByRole('textbox', { name: translated['field.cluster-name.label'] });
    await name.pressSequentially('prod');
    await expect(page.getByRole('code').filter({ hasText: '--cluster-name prod' }).first()).toBeVisible();
    expect(asked).toBe(2);
  });

  test('a text that is missing is English, the others are not', async ({ page }) => {
    const published = readFileSync(new URL('../../dist/locales/de.json', import.meta.url), 'utf8');
    const { [key('Set up')]: missing, ...rest } = JSON.parse(published);
    expect(missing).toBe(texts('de')['page.PlanSetUp']);
    const json = { ...rest, nonsense: 'x', [key('Next')]: 7 };
    await page.route('**/locales/de.json*', (route) => route.fulfill({ json }));
    await open(page);
    await title(page, texts('de')['page.PageTitle']);
    await expect(page.getByRole('heading', { name: 'Set up', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: texts('de')['page.PlanHeading'], exact: true })).toBeVisible();
  });
});
