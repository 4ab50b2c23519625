// Firefox over WebDriver BiDi. Tests find controls only by role and name.
import assert from 'node:assert/strict';
import puppeteer from 'puppeteer-core';
import { serve } from './server.mjs';
import { COMPLETE } from './complete.mjs';

/** The single file that contains the complete wizard. */
export const SINGLE = new URL('../../target/single/azureml-k8s-wizard.html', import.meta.url).href;

/** How long to wait for something to appear. */
const PATIENCE = 15_000;

// Switches off the requests of Firefox's own that puppeteer leaves on.
const PREFERENCES = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.server': 'data:,',
};

/** Polls until a result is found or time is up. A view that is rebuilt between two attempts is tried again. */
export async function eventually(what, find) {
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

/** Waits until a page, or the wizard in a shadow root, is complete and visible. Before that, a test may see only a part of the plan. */
export const isComplete = (place) => eventually('page that is complete', async () => {
  const complete = await place.$(COMPLETE);
  return complete?.evaluate((node) => node.checkVisibility());
});
export const open = async (page, address) => {
  await page.goto(address);
  await isComplete(page);
};
export const reload = async (page) => {
  await page.reload();
  await isComplete(page);
};

/** The first visible element with a role and a matching accessible name, in a page or in a shadow root. */
export const control = (place, role, name) => eventually(`${role} ${name}`, async () => {
  for (const element of await place.$$(`::-p-aria([role="${role}"])`)) {
    const [words, isVisible] = await element.evaluate((node) => {
      const label = node.getAttribute('aria-label') ?? node.labels?.[0]?.innerText ?? node.innerText;
      return [label.replace(/\s+/g, ' ').trim(), node.checkVisibility()];
    });
    if (isVisible && name.test(words)) return element;
  }
  return undefined;
});

const textOf = (element) => element.evaluate((node) => node.textContent);

/** The text of every command and file of the plan. */
export const plan = async (place) => {
  const codes = await place.$$('::-p-aria([role="code"])');
  return (await Promise.all(codes.map(textOf))).join('\n').replace(/\s+\\?\s*/g, ' ');
};

/** Types at the end of a text field. */
export const type = async (page, name, text, place = page) => {
  const input = await control(place, 'textbox', new RegExp(`^${name}( \\(optional\\))?$`));
  await input.focus();
  await page.keyboard.type(text);
};

/** Prints what a failed walk left on screen: the focus, the errors and the text of each page. */
async function describe(browser) {
  for (const page of await browser.pages()) {
    const seen = await page.evaluate(() => [document.activeElement?.outerHTML.slice(0, 200), document.body.innerText]);
    console.error([page.url(), ...seen].join('\n'));
  }
}

/**
 * Does something in a page of Firefox's, where the published page is served, and insists that nothing goes wrong in it, except for
 * messages that the walk is expected to cause.
 */
export async function inFirefox(walk, expected = /(?!)/) {
  const site = await serve();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: PREFERENCES,
    // After a crash, Firefox must not offer safe mode at the next start.
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
      if (![site.url, SINGLE, 'blob:', 'data:'].some((own) => url.startsWith(own))) errors.push(`request to ${url}`);
    });
    await walk(page, site.url);
    assert.deepEqual(errors.filter((error) => !expected.test(error)), []);
    console.log('no error, no warning, no request to anybody else');
  } catch (error) {
    // A browser that is gone must not hide the reason.
    await describe(browser).catch(console.error);
    throw error;
  } finally {
    await browser.close();
    site.close();
  }
}
