// Offline use and updates: what the service worker keeps, and when.
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect } from '@playwright/test';
import { LANGUAGES } from './languages.mjs';
import { command, expectAccessible, field, fragment, isComplete, open, reload, test as base, visit, watch } from './page.mjs';
import { DIST, serve } from './server.mjs';

const texts = async (lang) => JSON.parse(await readFile(new URL(`../../public/locales/${lang}.json`, import.meta.url), 'utf8'));

// A text of the page and one of the panels, and their replacements in the next version. Both have the same length, so that one can replace the other.
const PAGE = ['Everything stays in this browser.', 'Everything stays in that browser.'];
const PANELS = ['Nothing is kept yet.', 'Nothing is kept now.'];

// The constants that the build has written into the worker.
const FILES = /^const FILES=(.*);$/m;
const VERSION = /^const VERSION=".*";$/m;
const fingerprint = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** The published page in the test's own folder, and the actions of a host. */
class Site {
  static async open() {
    const site = new Site();
    site.folder = await mkdtemp(join(tmpdir(), 'offline-'));
    await cp(DIST, site.folder, { recursive: true });
    site.worker = String(await site.read('sw.js'));
    site.files = JSON.parse(site.worker.match(FILES)[1]);
    Object.assign(site, await serve(0, { headers: { 'Access-Control-Allow-Origin': '*' }, folder: site.folder }));
    return site;
  }

  read(name) {
    return readFile(join(this.folder, name));
  }

  write(name, content) {
    return writeFile(join(this.folder, name), content);
  }

  /** Publishes a version with other texts: the files, and the worker with their fingerprints and its own name. */
  async publish(version = 'the-next') {
    const [page] = this.files.map(([address]) => address).filter((address) => /^page-.*wasm$/.test(address));
    for (const [name, [from, to]] of [[page, PAGE], ['panels_bg.wasm', PANELS]]) {
      const content = await this.read(name);
      const file = this.files.find(([address]) => address.split('?')[0] === name);
      expect(file[1]).toBe(fingerprint(content));
      expect(content.indexOf(from), `${name} says "${from}"`).toBeGreaterThan(0);
      content.write(to, content.indexOf(from));
      file[1] = fingerprint(content);
      await this.write(name, content);
    }
    await this.rename(version);
  }

  /** Publishes the same files under the name of another version. */
  rename(version) {
    const files = this.worker.replace(FILES, `const FILES=${JSON.stringify(this.files)};`);
    return this.write('sw.js', files.replace(VERSION, `const VERSION="${version}";`));
  }

  async end() {
    this.close();
    await rm(this.folder, { recursive: true });
  }
}

/** Reports violations of the page's policy to the console, where every test fails on them. */
const report = () => addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  console.error(`${violatedDirective} forbids ${blockedURI}`);
});

const test = base.extend({
  serviceWorkers: 'allow',
  site: async ({}, use) => {
    const site = await Site.open();
    await use(site);
    await site.end();
  },
  /** A page in its own profile with these preferences, because a private window lacks some features. */
  profile: async ({ launchOptions }, use, info) => {
    const folder = info.outputPath('profile');
    let context;
    await use(async (preferences = {}) => {
      await mkdir(join(folder, 'Default'), { recursive: true });
      await writeFile(join(folder, 'Default/Preferences'), JSON.stringify(preferences));
      context = await chromium.launchPersistentContext(folder, { ...launchOptions, serviceWorkers: 'allow' });
      await context.addInitScript(report);
      return context.pages()[0];
    });
    await context?.close();
  },
  baseURL: ({ site }, use) => use(site.url),
  context: async ({ context, baseURL, expectedError }, use) => {
    await context.addInitScript(report);
    // Other windows are watched as well.
    const watched = [];
    context.on('page', (page) => watched.push(watch(page, baseURL)));
    await use(context);
    expect(watched.flat().filter((error) => !expectedError.test(error))).toEqual([]);
  },
});

/** Waits until the page's version is kept and controls the page. */
const kept = (page) => page.evaluate(async () => {
  const { serviceWorker } = navigator;
  await new Promise((taken) => {
    serviceWorker.addEventListener('controllerchange', taken);
    if (serviceWorker.controller) taken();
  });
  await serviceWorker.ready;
});
const cut = async (context, site) => {
  site.close();
  await context.setOffline(true);
};
/** Makes the browser look for another version, and returns its state: nothing, "installed" or "redundant". */
const checkForUpdate = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update().catch(() => {});
  const { installing, waiting } = registration;
  if (!installing) return waiting?.state;
  return new Promise((resolve) => {
    installing.addEventListener('statechange', () => resolve(installing.state));
  });
});
const versions = (page) => page.evaluate(async () => (await caches.keys()).map((name) => name.split(' ').pop()));

const heading = (page, name = 'Commands') => expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
// The document's own copy of the page exists beside it, hidden, for a moment.
const shows = (page, text) => expect(page.getByText(text).filter({ visible: true })).toHaveCount(1);
const scenarios = (page) => page.getByRole('button', { name: 'Scenarios and files', exact: true }).click();
const offer = (page, text = 'A new version of this wizard is available.') => page.getByRole('status').filter({ hasText: text });
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

test('after a first visit the complete page works offline, in every language', async ({ page, context, site }) => {
  await open(page);
  await kept(page);
  await cut(context, site);
  await visit(page, './?from=a-bookmark#cluster=aks&workload=training');
  await field(page, 'Cluster name').fill('c-1');
  await expect(command(page, 'Install the Azure Machine Learning extension')).toContainText('--cluster-name c-1');
  await expect.poll(() => fragment(page)).toContain('cluster-name=c-1');
  await reload(page);
  await scenarios(page);
  await shows(page, PANELS[0]);
  let label = 'Language';
  for (const [lang, name] of Object.entries(LANGUAGES)) {
    const translated = await texts(lang);
    await page.getByRole('combobox', { name: label, exact: true }).selectOption(name);
    await heading(page, translated['page.PlanHeading']);
    await shows(page, translated['panels.SavedNone']);
    await expect(page.getByRole('textbox', { name: translated['field.cluster-name.label'] })).toHaveValue('c-1');
    label = translated['page.LanguageLabel'];
  }
  await visit(page, './index.html');
  await heading(page, (await texts('fr'))['page.PlanHeading']);
  await visit(page, './?embed&lang=de#cluster-name=c-2');
  await heading(page, (await texts('de'))['page.PlanHeading']);
});

test('the page that installed the worker works offline too, with files that it has not requested yet', async ({ page, context, site }) => {
  await open(page);
  await kept(page);
  await cut(context, site);
  await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('日本語');
  const translated = await texts('ja');
  await press(page, translated['page.ToolScenarios']);
  await shows(page, translated['panels.SavedNone']);
});

test('other files come from the network', async ({ page, site }) => {
  await open(page);
  await kept(page);
  await site.write('other.html', '<!doctype html><title>Other</title><link rel="icon" href="data:,">something else');
  expect(await page.evaluate(async () => (await fetch('other.html')).text())).toContain('something else');
  await page.goto('./other.html');
  await shows(page, 'something else');
});

test.describe('under the name of a file of its own', () => {
  test.use({ expectedError: /ERR_FAILED/ });

  test('a page gets no file of another version, and gets a file that failed to load at first', async ({ page, site }) => {
    await open(page);
    await kept(page);
    const [address] = site.files.find(([address]) => address.startsWith('panels.js?'));
    const fetched = (address) => page.evaluate((address) => fetch(address).then(({ ok }) => ok, () => false), address);
    expect(await fetched('panels.js?of-another-version.js')).toBe(false);
    // `browser/panels.rs` appends a hyphen each time.
    expect(await fetched(`${address}-`)).toBe(true);
    expect(await fetched(`${address}--`)).toBe(true);
  });
});

test('the next version is offered beside the page, and comes with a reload that loses nothing', async ({ page, site }) => {
  await open(page, 'cluster-name=c-1');
  await kept(page);
  await reload(page);
  await site.publish();
  expect(await checkForUpdate(page)).toBe('installed');
  // Opened again, it is still offered, and still complete.
  await reload(page);
  await shows(page, PAGE[0]);
  await shows(offer(page), 'Your scenario does not change.');
  await expect(offer(page)).toHaveCount(1);
  await expectAccessible(page, 'a page with an offer');
  await field(page, 'Cluster name').fill('c-2');
  await press(page, 'Reload now');
  await shows(page, PAGE[1]);
  await expect(field(page, 'Cluster name')).toHaveValue('c-2');
  await expect(offer(page)).toHaveCount(0);
  site.close();
  await scenarios(page);
  await shows(page, PANELS[1]);
  // The older version is deleted once no window needs it.
  await reload(page);
  await expect.poll(() => versions(page)).toEqual(['the-next']);
});

test('windows of two versions each get their own files until they are reloaded', async ({ page, context, site }) => {
  await open(page);
  await kept(page);
  await reload(page);
  const old = await context.newPage();
  await open(old);
  await shows(old, PAGE[0]);
  await site.publish();
  expect(await checkForUpdate(page)).toBe('installed');
  await expect(offer(old)).toBeVisible();
  await press(page, 'Reload now');
  await shows(page, PAGE[1]);

  // The other window does not change, and all its requests are answered from its version, not from the network.
  await shows(old, PAGE[0]);
  const [address] = site.files.find(([address]) => address.startsWith('panels_bg.wasm?'));
  // The module's texts are not enough: a browser may use the compiled module without reading the file again.
  const holds = (page, text) => page.evaluate(async ([address, text]) => (await (await fetch(address)).text()).includes(text), [address, text]);
  expect(await holds(old, PANELS[0])).toBe(true);
  expect(await holds(page, PANELS[1])).toBe(true);
  await scenarios(old);
  await shows(old, PANELS[0]);
  await old.getByRole('combobox', { name: 'Language', exact: true }).selectOption('Deutsch');
  const translated = await texts('de');
  await shows(old, translated['page.PageLead']);
  await shows(old, translated['panels.SavedNone']);
  await shows(offer(old, translated['panels.UpdateReady']), translated['panels.UpdateReady']);
  await reload(page);
  expect((await versions(page)).length).toBe(2);

  await press(old, translated['panels.UpdateNow']);
  // Its new text has no known translation.
  await shows(old, PAGE[1]);
  await press(old, translated['page.ToolScenarios']);
  await shows(old, PANELS[1]);
  // Requests of the other window do not restore older versions while they are deleted. There are many, so that one is caught in progress.
  await old.evaluate(async () => {
    const [name] = await caches.keys();
    for (let earlier = 0; earlier < 20; earlier += 1) await caches.open(name.replace(/\S+$/, `earlier-${earlier}`));
    globalThis.asked = Array.from({ length: 20 }, async () => {
      while (!globalThis.enough) await fetch('manifest.webmanifest');
    });
  });
  await reload(page);
  await expect.poll(() => versions(page)).toEqual(['the-next']);
  await old.evaluate(() => {
    globalThis.enough = true;
    return Promise.all(globalThis.asked);
  });
  expect(await versions(page)).toEqual(['the-next']);
});

test.describe('a page in German', () => {
  test.use({ locale: 'de' });

  test('offers the next version once, in German, and keeps the old one when that is put off', async ({ page, context, site }) => {
    const translated = await texts('de');
    await context.addInitScript(() => {
      const { postMessage } = ServiceWorker.prototype;
      ServiceWorker.prototype.postMessage = function post(message) {
        window.asked = message;
        postMessage.call(this, message);
      };
    });
    await open(page);
    await kept(page);
    await site.publish();
    expect(await checkForUpdate(page)).toBe('installed');
    await shows(offer(page, translated['panels.UpdateReady']), translated['panels.UpdateReady']);
    await press(page, translated['panels.UpdateLater']);
    await expect(offer(page, translated['panels.UpdateReady'])).toHaveCount(0);

    await reload(page);
    await heading(page, translated['page.PlanHeading']);
    await expect.poll(() => page.evaluate(() => window.asked)).toBe('ask');
    expect(await checkForUpdate(page)).toBe('installed');
    await expect(offer(page, translated['panels.UpdateReady'])).toHaveCount(0);
    expect((await versions(page)).length).toBe(2);

    // A later version is offered again.
    await site.rename('after-next');
    expect(await checkForUpdate(page)).toBe('installed');
    await shows(offer(page, translated['panels.UpdateReady']), translated['panels.UpdateReady']);
    await press(page, translated['panels.UpdateNow']);
    // Its English text differs, so no translation is known for it.
    await shows(page, PAGE[1]);
  });
});

test.describe('an incomplete version', () => {
  const faults = {
    'lacks a file': ['locales/ko.json', null],
    'has a file of another version': ['panels.js', (content) => `${content}//`],
    'has the document of another version': ['index.html', (content) => content.replaceAll('page-', 'page-0')],
  };
  for (const [fault, [name, change]] of Object.entries(faults)) {
    test(`does not replace the one before it: it ${fault}`, async ({ page, context, site }) => {
      await open(page);
      await kept(page);
      await reload(page);
      await site.publish();
      const content = String(await site.read(name));
      if (change) await site.write(name, change(content));
      else await rm(join(site.folder, name));
      expect(await checkForUpdate(page)).toBe('redundant');
      await context.setOffline(true);
      await reload(page);
      await shows(page, PAGE[0]);
      await scenarios(page);
      await shows(page, PANELS[0]);
      await expect(offer(page)).toHaveCount(0);

      await context.setOffline(false);
      await site.write(name, content);
      expect(await checkForUpdate(page)).toBe('installed');
      await expect(offer(page)).toBeVisible();
    });
  }
});

test.describe('where nothing can be kept', () => {
  for (const [what, sandbox] of [['a frame', ''], ['a frame without an origin', 'sandbox="allow-scripts"']]) {
    test(`${what} works, and keeps nothing`, async ({ page, site }) => {
      await site.write('host.html', `<!doctype html><title>Host</title><link rel="icon" href="data:,"><iframe title="Wizard" src="./" ${sandbox}></iframe>`);
      await page.goto('./host.html');
      const frame = page.getByTitle('Wizard').contentFrame();
      await isComplete(frame);
      await heading(frame);
      // Requests after the page has loaded succeed or fail.
      await frame.getByRole('button', { name: 'Scenarios and files', exact: true }).click();
      await heading(frame, 'As a file');
      expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    });
  }

  test('a browser that lets no page keep anything shows the page without an error', async ({ profile, site }) => {
    const page = await profile({ profile: { default_content_setting_values: { cookies: 2 } } });
    const errors = watch(page, site.url);
    await visit(page, site.url);
    await heading(page);
    // Work that the page has begun by then, or begins now, is done once.
    expect(await page.evaluate(() => import('./offline.js').then(() => 'kept', () => 'refused'))).toBe('refused');
    await scenarios(page);
    await heading(page, 'As a file');
    expect(errors).toEqual([]);
  });
});

test('the page can be installed', async ({ profile, site }) => {
  const page = await profile();
  await visit(page, site.url);
  await kept(page);
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data).start_url).toBe('./');
  expect(await session.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] });
});
