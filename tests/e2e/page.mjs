// The page as tests find it: controls by role and name alone.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import { WHOLE } from './whole.mjs';

/** Keeps what a page must not do: an error or a warning in the console, and a request to anybody else. */
export const watch = (page, baseURL) => {
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL)) errors.push(`request to ${request.url()}`);
  });
  return errors;
};

// Every test fails on what its page must not do.
export const test = base.extend({
  // What a test makes go wrong on purpose.
  expectedError: [/^$/, { option: true }],
  page: async ({ page, baseURL, expectedError }, use) => {
    const errors = watch(page, baseURL);
    await use(page);
    expect(errors.filter((error) => !expectedError.test(error))).toEqual([]);
  },
});

/** The steps of the wizard, where all of them apply. */
export const STEPS = ['Cluster', 'Workload', 'Endpoint', 'Settings', 'Workspace'];
/** The page in a tab or a frame, or the wizard in an element, once it is complete, in sight or not. */
export const whole = (place) => place.locator(WHOLE);
/** Waits until it is complete and in sight: after each load, and after each change of language. Until then a test may meet a
    part of the plan, and a control that the next part moves. */
export const isWhole = (place) => expect(whole(place)).toBeVisible();
export const visit = async (page, address) => {
  await page.goto(address);
  await isWhole(page);
};
export const open = (page, link = '') => visit(page, link ? `./#${link}` : './');
export const reload = async (page) => {
  await page.reload();
  await isWhole(page);
};
/** A step of the wizard, in its way through: on the page a landmark, in somebody else's a group. */
export const step = (page, name) => {
  const way = { name: 'Steps of the wizard' };
  return page.getByRole('navigation', way).or(page.getByRole('group', way)).getByRole('button', { name, exact: false });
};
/** An input by its label; what may be left out says so behind it. */
export const field = (page, name) => page.getByRole('textbox', { name: new RegExp(`^${name}( \\(optional\\))?$`) });
export const choose = (page, group, name) =>
  page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name }).check();
/** A step of the plan, by its heading, which a number stands before, on the page or in a part of it. */
export const planned = (place, heading) => {
  const name = new RegExp(String.raw`^\d+\. ${heading.replaceAll(/[^\p{L}\p{N} ]/gu, String.raw`\$&`)}$`);
  return place.getByRole('listitem').filter({ has: (place.page?.() ?? place).getByRole('heading', { name }) });
};
/** The commands of a step; misprints stand in code too. */
export const command = (place, heading) =>
  planned(place, heading).getByRole('code').filter({ hasText: /^(az|kubectl|oc) / });
/** Presses a control as a hand does: the page has painted, and done what follows that, before the button is let go again. */
export const press = async (page, control) => {
  await control.hover();
  await page.mouse.down();
  await page.evaluate(() => new Promise((then) => {
    const frames = (left) => requestAnimationFrame(() => (left ? frames(left - 1) : setTimeout(then)));
    frames(3);
  }));
  await page.mouse.up();
};
export const fragment = (page) => new URL(page.url()).hash;

/** What axe finds wrong with a page, or with an element of it: each rule with what breaks it. */
export const violations = async (page, element = ':root', rules = []) => {
  const axe = new AxeBuilder({ page }).include(element);
  const found = await (rules.length ? axe.withRules(rules) : axe).analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
};
/** Whether axe finds nothing wrong, and the page does not scroll sideways. */
export const expectAccessible = async (page, name) => {
  expect(await violations(page), name).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
};
