// The wizard as a frame in a host page.
import { createServer } from 'node:http';
import { expect } from '@playwright/test';
import { field, isComplete, test } from './page.mjs';
import { serve } from './server.mjs';

// The headers for a frame with an opaque origin, whose requests for scripts and modules are cross-origin.
const OPEN = { 'Access-Control-Allow-Origin': '*' };

/** A page of another origin with a frame, which records the frame's messages. */
const outside = async (frame) => {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><html lang="en"><title>Outside</title><main><h1>Outside</h1>${frame}</main><script>
      window.messages = [];
      addEventListener('message', ({ data, origin }) => { window.messages.push({ ...data, origin }); });</script>`);
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
  // Only the two servers of the test.
  test.use({ expectedError: /^request to http:\/\/127\.0\.0\.1:/ });

  const open = async (page, attributes, query = '') => {
    host = await outside(frameOf(`${attributes} src="${site.url}?embed${query}#v=1&cluster=aks&cluster-name=framed"`));
    await page.goto(host.url);
    const frame = page.frameLocator('iframe');
    await isComplete(frame);
    await expect(frame.getByRole('heading', { name: 'Commands' })).toBeVisible();
    return frame;
  };
  const last = (page) => page.evaluate(() => window.messages.at(-1));

  test('it is the wizard without a title, and reports its height and its state', async ({ page }) => {
    const frame = await open(page, 'allow="clipboard-write"');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveCount(0);
    await expect(field(frame, 'Cluster name')).toHaveValue('framed');
    const first = () => page.evaluate(() => window.messages.find((message) => 'link' in message)?.link);
    await expect.poll(first).toBe('v=1&cluster=aks&cluster-name=framed');
    await field(frame, 'Cluster name').fill('typed');
    await expect.poll(async () => (await last(page))?.link).toBe('v=1&cluster=aks&cluster-name=typed');
    const { type, origin } = await last(page);
    expect(type).toBe('azureml-k8s-wizard');
    expect(`${origin}/`).toBe(site.url);
    // If typing changes the height, another message reports it.
    // Not scrollHeight, which is rounded: a fraction of a pixel would be cut off.
    const height = () => page.frames()[1].evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
    await expect.poll(async () => (await last(page)).height - (await height())).toBe(0);
  });

  test('its address sets its language, its colours and its part', async ({ page }) => {
    host = await outside(frameOf(`src="${site.url}?embed&lang=de&theme=dark&fields=exposure&output=create-extension&onclick=x#v=1&cluster=aks"`));
    await page.goto(host.url);
    const frame = page.frameLocator('iframe');
    await isComplete(frame);
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
      expect(await page.evaluate(() => window.messages)).toEqual([]);
    });
  });

  test('in a sandbox it works without storage and an origin, and nothing is wrong', async ({ page }) => {
    const frame = await open(page, 'sandbox="allow-scripts"');
    await field(frame, 'Cluster name').fill('boxed');
    await frame.getByRole('radio', { name: 'PowerShell' }).check();
    await expect.poll(async () => (await last(page))?.link).toBe('v=1&cluster=aks&cluster-name=boxed');
    expect((await last(page)).origin).toBe('null');
    await frame.getByRole('combobox', { name: 'Language' }).selectOption('ja');
    await expect(frame.getByRole('heading', { name: 'コマンド' })).toBeVisible();
    await frame.getByRole('button', { name: /シナリオ.*ファイル/ }).click();
    await expect(frame.getByRole('button', { name: 'ファイルとして保存' })).toBeVisible();
    expect(await page.frames()[1].evaluate(() => self.origin)).toBe('null');
  });

  test('a host page without a known origin gets only the height', async ({ page }) => {
    host = await outside(frameOf(`sandbox="allow-scripts" srcdoc='<!doctype html><title>x</title><iframe title="inner" src="${site.url}?embed#v=1&amp;cluster-name=secret"></iframe><script>
      addEventListener("message", ({ data }) => parent.postMessage(data, "*"));</script>'`));
    await page.goto(host.url);
    await expect.poll(async () => (await last(page))?.height).toBeGreaterThan(100);
    expect(await page.evaluate(() => window.messages.filter((message) => 'link' in message).length)).toBe(0);
  });
});

test.describe('when the module does not load', () => {
  test.use({ expectedError: /Failed to load|cannot start/ });

  test('the frame shows a message', async ({ page }) => {
    await page.route(/embed\/element-.*\.wasm/, (route) => route.abort());
    await page.goto('./?embed');
    await expect(page.getByText(/^The wizard needs JavaScript and WebAssembly/)).toBeVisible();
  });
});
