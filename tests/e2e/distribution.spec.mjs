// The files published beside the page: checksums, headers, a package, types.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseAllHeaders } from '@netlify/headers-parser';
import { expect } from '@playwright/test';
import { host, up } from './element.mjs';
import { test, watch } from './page.mjs';
import { serve } from './server.mjs';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
const run = (command, args, cwd) => execFileSync(command, args, { cwd, encoding: 'utf8' });
/** All files in a folder and its subfolders, by relative path. */
const files = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length).replace(/^\/+/, '')).sort();
};
const text = (name) => readFile(`${DIST}${name}`, 'utf8');

test('the checksums are those of all other files', async () => {
  const checked = run('sha256sum', ['--check', '--strict', 'SHA256SUMS'], DIST);
  const names = checked.trim().split('\n').map((line) => line.replace(/: OK$/, ''));
  expect(names.sort()).toEqual((await files(DIST)).filter((name) => name !== 'SHA256SUMS'));
});

test.describe('headers, as a host reads them', () => {
  let rules;
  test.beforeAll(async () => {
    const { headers, errors } = await parseAllHeaders({ headersFiles: [`${DIST}_headers`], configHeaders: [], minimal: true });
    expect(errors).toEqual([]);
    rules = headers;
  });
  /** The headers of a file: those of each rule that its path matches. */
  const sent = (path) => {
    const matches = (pattern) => new RegExp(`^${pattern.replace(/[.+?^$()|[\]\\]/g, '\\$&').replace('*', '.*')}$`).test(path);
    const all = rules.filter((rule) => matches(rule.for)).flatMap((rule) => Object.entries(rule.values));
    // Hosts join repeated headers.
    expect(new Set(all.map(([name]) => name.toLowerCase())).size).toBe(all.length);
    return Object.fromEntries(all.map(([name, value]) => [name.toLowerCase(), value]));
  };

  test('they and every page have the same policy, and only they restrict framing', async () => {
    const { 'content-security-policy': policy } = sent('/index.html');
    const [own, ...rest] = policy.split('; frame-ancestors ');
    expect(rest).toEqual(['*']);
    const pages = (await files(DIST)).filter((name) => name.endsWith('.html'));
    expect(pages).toEqual(expect.arrayContaining(['frame.html', 'index.html']));
    for (const name of pages) {
      const metas = (await text(name)).match(/<meta http-equiv="Content-Security-Policy" content="[^"]*">/g);
      expect(metas, name).toEqual([`<meta http-equiv="Content-Security-Policy" content="${own}">`]);
    }
  });

  test('files with a hash in their name are cached, and files that name others are revalidated', async () => {
    const names = await files(DIST);
    const hashed = names.filter((name) => /-[0-9a-f]{12,16}(_bg)?\.(css|js|svg|wasm)$/.test(name));
    expect(hashed.length).toBeGreaterThan(5);
    for (const name of hashed) expect(sent(`/${name}`)['cache-control'], name).toBe('public, max-age=31536000, immutable');
    for (const name of ['', 'index.html', 'sw.js', 'frame.html', 'embed/embed.js']) {
      expect(sent(`/${name}`)['cache-control'], name).toBe('no-cache');
    }
    for (const name of names) {
      expect(sent(`/${name}`), name).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    }
  });

  test('page, frame and element work with them, on a page of another origin that isolates itself, too', async ({ browser }) => {
    const site = await serve(0, { headers: sent });
    const other = createServer((request, response) => {
      response.setHeaders(new Headers({ 'Content-Type': 'text/html', 'Cross-Origin-Embedder-Policy': 'require-corp' }));
      response.end(`<!doctype html><html lang="en"><title>A chapter</title><script type="module" src="${site.url}embed/embed.js"></script>
        <azureml-k8s-wizard eager></azureml-k8s-wizard>`);
    });
    await new Promise((listening) => { other.listen(0, '127.0.0.1', listening); });
    const framing = createServer((request, response) => {
      response.setHeaders(new Headers({ 'Content-Type': 'text/html' }));
      response.end(`<!doctype html><html lang="en"><title>A chapter</title><iframe title="Wizard" sandbox="allow-scripts" src="${site.url}?embed#cluster=aks"></iframe>`);
    });
    await new Promise((listening) => { framing.listen(0, '127.0.0.1', listening); });
    const page = await browser.newPage({ serviceWorkers: 'block' });
    const errors = watch(page, 'http://127.0.0.1:');
    try {
      await page.goto(site.url);
      await up(page.locator('body'));
      await page.goto(`http://127.0.0.1:${other.address().port}/`);
      await up(page.locator('body'));
      await page.goto(`http://127.0.0.1:${framing.address().port}/`);
      await up(page.frameLocator('iframe').locator('body'));
      expect(errors).toEqual([]);
    } finally {
      await page.close();
      for (const server of [other, framing]) server.close();
      site.close();
    }
  });
});

test('each integrity value matches its file', async () => {
  const integrity = JSON.parse(await text('embed/integrity.json'));
  const names = (await files(`${DIST}embed/`)).filter((name) => /\.(css|js|wasm)$/.test(name));
  expect(Object.keys(integrity)).toEqual(names);
  for (const name of names) {
    const digest = createHash('sha384').update(await readFile(`${DIST}embed/${name}`)).digest('base64');
    expect(integrity[name]).toBe(`sha384-${digest}`);
  }
});

test.describe('the package', () => {
  test.use({ expectedError: /colour=red means nothing here/ });

  test('contains the complete folder and nothing else', async () => {
    const [pack] = JSON.parse(run('npm', ['pack', '--dry-run', '--json'], `${DIST}embed`));
    expect(pack.files.map(({ path }) => path).sort()).toEqual(await files(`${DIST}embed/`));
    expect(pack.name).toBe('azureml-k8s-wizard');
    for (const name of ['LICENSE', 'LICENSES.txt', 'README.md', 'embed.js', 'embed.d.ts', 'integrity.json', 'panels_bg.wasm', 'locales/ja.json']) {
      expect(pack.files.map(({ path }) => path)).toContain(name);
    }
  });

  test('has types that a compiler accepts, and real results match them', async ({ page }, testInfo) => {
    const folder = testInfo.outputPath('user');
    await cp(fileURLToPath(new URL('types', import.meta.url)), folder, { recursive: true });
    const [{ filename }] = JSON.parse(run('npm', ['pack', `${DIST}embed`, '--json'], folder));
    const installed = `${folder}/node_modules/azureml-k8s-wizard`;
    await mkdir(installed, { recursive: true });
    run('tar', ['--extract', '--strip-components=1', `--directory=${installed}`, `--file=${filename}`], folder);

    const links = ['', 'edition=arc-preview&colour=red&resource-group=a%20b', 'edition=aks-v1&cluster-name=c&log-analytics=yes'];
    await host(page, '<azureml-k8s-wizard eager></azureml-k8s-wizard>');
    await up(page.locator('azureml-k8s-wizard'));
    const results = await page.evaluate((links) => {
      const wizard = document.querySelector('azureml-k8s-wizard');
      return links.map((link) => {
        wizard.link = link;
        return wizard.result;
      });
    }, links);
    expect(results.map(({ edition }) => edition)).toEqual(['current', 'arc-preview', 'aks-v1']);
    const typed = `import type { WizardResult } from 'azureml-k8s-wizard';\nexport const results: WizardResult[] = ${JSON.stringify(results)};\n`;
    await writeFile(`${folder}/results.ts`, typed);
    run('npx', ['--no', '--', 'tsc', '--project', folder], HERE);
  });
});
