// The wizard as a frame in somebody else's page.
import { createServer } from 'node:http';
import { expect } from '@playwright/test';
import { field, isWhole, test } from './page.mjs';
import { serve } from './server.mjs';

// What a host must send for a frame of no origin of its own: scripts and modules are asked for as by a stranger.
const OPEN = { 'Access-Control-Allow-Origin': '*' };

/** A page of another origin with a frame in it, which keeps what it is told. */
const outside = async (frame) => {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><html lang="en"><title>Outside</title><main><h1>Outside</h1>${frame}</main><script>
      window.told = [];
      addEventListener('message', ({ data, origin }) => { window.told.push({ ...data, origin }); });</script>`);
  });
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
};

const frameOf = (attributes) => `<iframe title="wizard" width="1000" height="600" ${attributes}></iframe>`;

test.describe('in a page of another origin', () => {
  let site;
  let host;
  test.beforeEach(async () => { site = await serve(0, { headers: OPEN }); });
  test.afterEach(() => { site.close(); host?.close(); });
  // Two servers of its own, and no other.
  test.use({ expectedError: /^request to http:\/\/127\.0\.0\.1:/ });

  const open = async (page, attributes, query = '') => {
    host = await outside(frameOf(`${attributes} src="${site.url}?embed${query}#v=1&cluster=aks&cluster-name=framed"`));
    await page.goto(host.url);
    const frame = page.frameLocator('iframe');
    await isWhole(frame);
    await expect(frame.getByRole('heading', { name: 'Commands' })).toBeVisible();
    return frame;
  };
  const told = (page) => page.evaluate(() => window.told.at(-1));

  test('it is the wizard without a title, and tells how high it is and what it says', async ({ page }) => {
    const frame = await open(page, 'allow="clipboard-write"');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveCount(0);
    await expect(field(frame, 'Cluster name')).toHaveValue('framed');
    await field(frame, 'Cluster name').fill('typed');
    await expect.poll(async () => (await told(page))?.link).toBe('v=1&cluster=aks&cluster-name=typed');
    const { type, origin } = await told(page);
    expect(type).toBe('azureml-k8s-wizard');
    expect(`${origin}/`).toBe(site.url);
    // A height that what was typed has changed is told in a message of its own.
    const height = () => page.frames()[1].evaluate(() => Math.ceil(document.documentElement.scrollHeight));
    await expect.poll(async () => (await told(page)).height - (await height())).toBe(0);
  });

  test('it speaks and looks as its address says, and shows the part that it says', async ({ page }) => {
    host = await outside(frameOf(`src="${site.url}?embed&lang=de&theme=dark&fields=exposure&output=create-extension&onclick=x#v=1&cluster=aks"`));
    await page.goto(host.url);
    const frame = page.frameLocator('iframe');
    await isWhole(frame);
    await expect(frame.getByRole('heading', { name: 'Befehle' })).toBeVisible();
    await expect(frame.getByRole('textbox')).toHaveCount(0);
    expect(await page.frames()[1].evaluate(() => document.querySelector('azureml-k8s-wizard').getAttribute('onclick'))).toBeNull();
  });

  test.describe('that is not the one that it is for', () => {
    test.use({ expectedError: /^request to http:|does not match the recipient window's origin/ });

    test('what was typed goes to the page that the address names, and to no other', async ({ page }) => {
      const frame = await open(page, '', '=https://docs.example');
      await field(frame, 'Cluster name').fill('secret');
      await expect(frame.getByRole('code').filter({ hasText: '--cluster-name secret' }).first()).toBeVisible();
      await page.frames()[1].evaluate(() => new Promise(requestAnimationFrame));
      expect(await page.evaluate(() => window.told)).toEqual([]);
    });
  });

  test('in a sandbox it works without storage and an origin, and nothing is wrong', async ({ page }) => {
    const frame = await open(page, 'sandbox="allow-scripts"');
    await field(frame, 'Cluster name').fill('boxed');
    await frame.getByRole('radio', { name: 'PowerShell' }).check();
    await expect.poll(async () => (await told(page))?.link).toBe('v=1&cluster=aks&cluster-name=boxed');
    expect((await told(page)).origin).toBe('null');
    await frame.getByRole('combobox', { name: 'Language' }).selectOption('ja');
    await expect(frame.getByRole('heading', { name: 'コマンド' })).toBeVisible();
    await frame.getByRole('button', { name: /シナリオ.*ファイル/ }).click();
    await expect(frame.getByRole('button', { name: 'ファイルとして保存' })).toBeVisible();
    expect(await page.frames()[1].evaluate(() => self.origin)).toBe('null');
  });

  test('a page around that cannot be named is told the height alone', async ({ page }) => {
    host = await outside(frameOf(`sandbox="allow-scripts" srcdoc='<!doctype html><title>x</title><iframe title="inner" src="${site.url}?embed#v=1&amp;cluster-name=secret"></iframe><script>
      addEventListener("message", ({ data }) => parent.postMessage(data, "*"));</script>'`));
    await page.goto(host.url);
    await expect.poll(async () => (await told(page))?.height).toBeGreaterThan(100);
    expect(await page.evaluate(() => window.told.filter((message) => 'link' in message).length)).toBe(0);
  });
});

test.describe('where the module does not come', () => {
  test.use({ expectedError: /Failed to load|cannot start/ });

  test('the frame says so', async ({ page }) => {
    await page.route(/embed\/element-.*\.wasm/, (route) => route.abort());
    await page.goto('./?embed');
    await expect(page.getByText(/^The wizard needs JavaScript and WebAssembly/)).toBeVisible();
  });
});
