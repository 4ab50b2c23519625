// The element in a host page that a test writes, served beside the published files.
import { expect } from '@playwright/test';
import { isComplete } from './page.mjs';

export const TAG = 'azureml-k8s-wizard';

/** A page with some content in its body, and the element's script. */
export const document = (body, { head = '', script = './embed/embed.js' } = {}) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A chapter</title>${head}
<script type="module" src="${script}"></script></head><body><main><h1>A chapter</h1>${body}</main></body></html>`;

/** Opens such a page under the address of the published page. */
export const host = async (page, body, options = {}) => {
  await page.route('**/host.html*', (route) => route.fulfill({
    contentType: 'text/html', headers: options.headers ?? {}, body: document(body, options),
  }));
  await page.goto('./host.html');
};

/** The wizard in the element, once it is complete. */
export const up = async (element) => {
  await isComplete(element);
  await expect(element.getByRole('heading', { name: /^(Commands|Befehle|コマンド)$/ })).toBeVisible();
  return element;
};
