// A smoke run of the main path in Firefox, over WebDriver BiDi. Controls are found by role and name alone.
import assert from 'node:assert/strict';
import puppeteer from 'puppeteer-core';
import { serve } from './server.mjs';

/** How long something may take to be there. */
const PATIENCE = 15_000;

// What puppeteer leaves of the calls that Firefox makes on its own account.
const PREFERENCES = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.server': 'data:,',
};

/** What a test finds at last, or nothing after a while; a view that is made anew between two looks is looked at again. */
async function eventually(what, find) {
  const end = Date.now() + PATIENCE;
  let cause;
  do {
    try {
      const found = await find();
      if (found) return found;
    } catch (error) {
      cause = error;
    }
    await new Promise((next) => { setTimeout(next, 50); });
  } while (Date.now() < end);
  throw new Error(`there is still no ${what}`, { cause });
}

/** The first visible element of a role whose name, by its labels or its own words, matches. */
const control = (page, role, name) => eventually(`${role} ${name}`, async () => {
  for (const element of await page.$$(`::-p-aria([role="${role}"])`)) {
    const [words, isVisible] = await element.evaluate((node) => {
      const label = node.getAttribute('aria-label') ?? node.labels?.[0]?.innerText ?? node.innerText;
      return [label.replace(/\s+/g, ' ').trim(), node.checkVisibility()];
    });
    if (isVisible && name.test(words)) return element;
  }
  return undefined;
});

const textOf = (element) => element.evaluate((node) => node.textContent);

async function walk(page) {
  const press = async (role, name) => (await control(page, role, name)).click();
  const type = async (name, text) => {
    const input = await control(page, 'textbox', new RegExp(`^${name}( \\(optional\\))?$`));
    await input.focus();
    await page.keyboard.type(text);
  };
  const reach = (name) => eventually(`step ${name} that is the current one`, async () => {
    const step = await control(page, 'button', new RegExp(`^\\W*${name}`));
    return step.evaluate((node) => node.getAttribute('aria-current') === 'step');
  });

  await press('radio', /^Azure Kubernetes Service/);
  await type('Resource group', 'rg-fox');
  await type('Cluster name', 'fox-1');
  await press('button', /^Next$/);
  await reach('Workload');
  await press('radio', /^Inference/);
  await press('button', /^Next$/);
  await reach('Endpoint');
  await press('radio', /^NodePort/);
  await press('radio', /^HTTP(?!S)/);
  await press('button', /^Next$/);
  await reach('Settings');
  await press('button', /^Next$/);
  await reach('Workspace');
  await type('Workspace', 'mlw-fox');
}

/** What every command and file of the plan says. */
const plan = async (page) => {
  const codes = await page.$$('::-p-aria([role="code"])');
  return (await Promise.all(codes.map(textOf))).join('\n').replace(/\s+\\?\s*/g, ' ');
};

const WANTED = [
  '--cluster-type managedClusters',
  '--cluster-name fox-1',
  '--resource-group rg-fox',
  'enableInference=True inferenceRouterServiceType=NodePort allowInsecureConnections=True',
  '--workspace-name mlw-fox',
];
const written = (page) => eventually('command that says all that was typed', async () => {
  const text = await plan(page);
  return WANTED.every((words) => text.includes(words)) && text;
});

const site = await serve();
const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr',
  headless: true,
  extraPrefsFirefox: PREFERENCES,
  // A crash of the last run must not ask the next one whether it would like to begin in safe mode.
  env: { ...process.env, MOZ_DISABLE_AUTO_SAFE_MODE: '1', MOZ_CRASHREPORTER_DISABLE: '1' },
});
try {
  console.log(`in ${await browser.version()}`);
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') errors.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    // Firefox draws its own input controls from data.
    if (!url.startsWith(site.url) && !url.startsWith('data:')) errors.push(`request to ${url}`);
  });

  await page.goto(site.url);
  await control(page, 'heading', /^Commands$/);
  await walk(page);
  const before = await written(page);
  console.log('the walk by Next gives the command with every name');

  // At once, before the address says it: what goes missing then is the end of the last word.
  await page.reload();
  assert.equal(await written(page), before);
  const name = await control(page, 'textbox', /^Cluster name/);
  assert.equal(await name.evaluate((input) => input.value), 'fox-1');
  console.log('a reload brings the same commands back');

  assert.deepEqual(errors, []);
  console.log('no error, no warning, no request to anybody else');
} finally {
  await browser.close();
  site.close();
}
