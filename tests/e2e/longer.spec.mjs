// Words of other languages are longer. They may take more lines, but nothing may be cut off.
import { expect } from '@playwright/test';
import { lengthen } from './longer.mjs';
import { open, step, STEPS, test } from './page.mjs';

const FINDINGS =
  'edition=arc-preview&foo=1&resource-group=a%20b&exposure=cluster-ip&identity=user-assigned&identity-ids=x';

/** Texts of controls that overflow: beyond the control itself, or beyond an ancestor that clips. */
const cutOff = async (page) => {
  const beyond = (nodes) => nodes.flatMap((node) => {
    // Labels have no role: they are found by the controls that they name.
    const shown = 'labels' in node && node.labels?.length ? [...node.labels] : [node];
    return shown.flatMap((box) => {
      const frames = [];
      for (let ancestor = box; ancestor !== document.documentElement; ancestor = ancestor.parentElement) {
        const cuts = ['hidden', 'clip'].includes(getComputedStyle(ancestor).overflowX);
        if (ancestor === box || cuts) frames.push(ancestor.getBoundingClientRect());
      }
      const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode()) {
        const text = texts.currentNode;
        // Text for screen readers only is one pixel on the screen.
        if (text.parentElement.getBoundingClientRect().width <= 1) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const isCut = [...range.getClientRects()].some(({ left, right }) =>
          frames.some((frame) => left < frame.left - 1 || right > frame.right + 1));
        if (isCut) found.push(text.data);
      }
      return found;
    });
  });
  const roles = ['button', 'tab', 'link', 'textbox', 'radio', 'checkbox', 'combobox'];
  expect(await page.getByRole('button').count()).toBeGreaterThan(10);
  return (await Promise.all(roles.map((role) => page.getByRole(role).evaluateAll(beyond)))).flat();
};

test('a word that is cut off is found', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Next', exact: true }).evaluate((button) => {
    Object.assign(button.style, { inlineSize: '3rem', padding: 0, whiteSpace: 'nowrap' });
    button.firstChild.data = 'Nachfolgeschritt';
  });
  expect(await cutOff(page)).toEqual(['Nachfolgeschritt']);
});

for (const width of [320, 1280]) {
  test(`words that are 40 % longer fit on every step at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, FINDINGS);
    for (const name of STEPS) {
      // By its name before the text grew.
      await step(page, name).click();
      await lengthen(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
      expect(await cutOff(page), `words of ${name} are cut off`).toEqual([]);
    }
  });
}
