// Words of other languages are longer. They may take more lines, but nothing may be cut off.
import { expect } from '@playwright/test';
import { lengthen } from './longer.mjs';
import { open, step, STEPS, test } from './page.mjs';

const FINDINGS =
  'edition=arc-preview&foo=1&resource-group=a%20b&exposure=cluster-ip&identity=user-assigned&identity-ids=x';

/** The words of controls that do not fit into the box that they stand in. */
const cutOff = async (page) => {
  const boxes = ['button', 'tab', 'link'].map((role) =>
    page.getByRole(role).evaluateAll((nodes) => nodes.map((node) => [node.scrollWidth, node.clientWidth, node.textContent])));
  const labels = ['textbox', 'radio', 'checkbox', 'combobox'].map((role) =>
    page.getByRole(role).evaluateAll((nodes) => nodes.flatMap((node) =>
      [...node.labels].map((label) => [label.scrollWidth, label.clientWidth, label.textContent]))));
  const measured = (await Promise.all([...boxes, ...labels])).flat();
  expect(measured.length).toBeGreaterThan(20);
  // What flows within a line has no box of its own; and both widths are rounded.
  return measured.filter(([content, box]) => box > 0 && content > box + 1);
};

for (const width of [320, 1280]) {
  test(`words that are 40 % longer fit on every step at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, FINDINGS);
    for (const name of STEPS) {
      // By the name that it had before it grew.
      await step(page, name).click();
      await lengthen(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
      expect(await cutOff(page), `words of ${name} are cut off`).toEqual([]);
    }
  });
}
