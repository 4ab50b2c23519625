// Helpers for tests of the page. Controls are found only by role and name.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import { COMPLETE } from './complete.mjs';

/** Records what a page must not do: errors and warnings in the console, and requests to other origins. */
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
  // Failures that a test causes on purpose.
  expectedError: [/^$/, { option: true }],
  page: async ({ page, baseURL, expectedError }, use) => {
    const errors = watch(page, baseURL);
    await use(page);
    expect(errors.filter((error) => !expectedError.test(error))).toEqual([]);
  },
});

/** The wizard steps, if all of them apply. */
export const STEPS = ['Cluster', 'Workload', 'Endpoint', 'Settings', 'Workspace'];
/** The page in a tab or a frame, or the wizard in an element, once it is complete, visible or not. */
export const complete = (place) => place.locator(COMPLETE);
/** Waits until it is complete and visible: after each load, and after each change of language. Before that, a test may see a
    part of the plan, and a control that the next part moves. */
export const isComplete = (place) => expect(complete(place)).toBeVisible();
export const visit = async (page, address) => {
  await page.goto(address);
  await isComplete(page);
};
export const open = (page, link = '') => visit(page, link ? `./#${link}` : './');
export const reload = async (page) => {
  await page.reload();
  await isComplete(page);
};
/** A wizard step in the navigation: a landmark on the page, a group in a host page. */
export const step = (page, name) => {
  const label = { name: 'Steps of the wizard' };
  return page.getByRole('navigation', label).or(page.getByRole('group', label)).getByRole('button', { name, exact: false });
};
/** An input by its label. Optional inputs have a suffix. */
export const field = (page, name) => page.getByRole('textbox', { name: new RegExp(`^${name}( \\(optional\\))?$`) });
export const choose = (page, group, name) =>
  page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name }).check();
/** A step of the plan by its heading, which begins with a number, on the page or in a part of it. */
export const planned = (place, heading) => {
  const name = new RegExp(String.raw`^\d+\. ${heading.replaceAll(/[^\p{L}\p{N} ]/gu, String.raw`\$&`)}$`);
  return place.getByRole('listitem').filter({ has: (place.page?.() ?? place).getByRole('heading', { name }) });
};
/** The commands of a step. Misprints are `code` elements too. */
export const command = (place, heading) =>
  planned(place, heading).getByRole('code').filter({ hasText: /^(az|kubectl|oc) / });
/** Presses a control as a person does: the page paints, and runs the tasks after that, before the button is released. */
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

/** The violations that axe finds in a page or an element: each rule with the elements that break it. */
export const violations = async (page, element = ':root', rules = []) => {
  const axe = new AxeBuilder({ page }).include(element);
  const found = await (rules.length ? axe.withRules(rules) : axe).analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
};
/** Expects no violations from axe, and no horizontal scrolling. */
export const expectAccessible = async (page, name) => {
  expect(await violations(page), name).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
};
