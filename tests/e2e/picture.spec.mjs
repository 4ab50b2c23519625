// The picture of what will exist.
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { choose, expectAccessible, field, open, reload, step, test } from './page.mjs';

const HEADING = 'A picture of what will exist';
const picture = (page) => page.getByRole('img', { name: 'Picture of what will exist' });
const unfold = async (page) => {
  await page.getByText(HEADING, { exact: true }).click();
  await expect(picture(page)).toBeVisible();
};

test('the picture has a description, and is updated with the scenario', async ({ page }) => {
  await open(page, 'cluster=aks&workspace=mlw-prod');
  await unfold(page);
  await expect(picture(page)).toHaveAccessibleDescription(
    /Clients reach the endpoints through a load balancer with a public address: HTTPS 443\./,
  );
  await expect(picture(page).getByText('mlw-prod', { exact: true })).toBeVisible();
  await expect(picture(page).getByText('Kubernetes cluster', { exact: true })).toBeVisible();
  await field(page, 'Cluster name').fill('it-is-typed');
  await expect(picture(page).getByText('Kubernetes cluster it-is-typed', { exact: true })).toBeVisible();
  await step(page, 'Workload').click();
  await choose(page, 'Workload', /^Training(?! and)/);
  await expect(picture(page).getByText('Clients', { exact: true })).toHaveCount(0);
  await expect(picture(page).getByText('Inference router', { exact: true })).toHaveCount(0);
  await expect(picture(page)).not.toHaveAccessibleDescription(/Clients/);
});

test('an updated picture equals a newly drawn one', async ({ page }) => {
  await open(page, 'cluster=aks&workspace=mlw-prod&cluster-name=c1');
  await unfold(page);
  const first = await picture(page).elementHandle();
  await field(page, 'Cluster name').fill('c-two');
  await expect(picture(page).getByText('Kubernetes cluster c-two', { exact: true })).toBeVisible();
  // A name changes texts and positions, but replaces no element.
  expect(await first.evaluate((element) => element.isConnected)).toBe(true);
  const same = async () => {
    const followed = await picture(page).evaluate((element) => element.outerHTML);
    await reload(page);
    await unfold(page);
    expect(followed).toBe(await picture(page).evaluate((element) => element.outerHTML));
  };
  await same();
  await step(page, 'Workload').click();
  await choose(page, 'Workload', /^Training(?! and)/);
  await expect(picture(page).getByText('Clients', { exact: true })).toHaveCount(0);
  await same();
});

test('every edition has the picture, also when a target is only detached', async ({ page }) => {
  await open(page, 'edition=arc-preview&exposure=node-port&transport=http');
  await unfold(page);
  await expect(picture(page).getByText('NodePort, HTTP', { exact: true })).toBeVisible();
  await expect(picture(page).getByText('Relay and Service Bus', { exact: true })).toBeVisible();
  await open(page, 'edition=aks-v1&task=detach');
  await reload(page);
  await unfold(page);
  await expect(picture(page).getByText('stays, no longer attached', { exact: true })).toBeVisible();
  await expect(picture(page)).toHaveAccessibleDescription(/AKS cluster/);
});

test('the picture is also described in words', async ({ page }) => {
  await open(page, 'cluster-name=c1&openshift=yes&namespace=ml-team&identity=system-assigned');
  await unfold(page);
  await page.getByText('The same in words', { exact: true }).click();
  const line = (text) => page.getByRole('listitem').filter({ hasText: text }).last();
  await expect(line('Azure Arc connection c1: represents the cluster in Azure.')).toBeVisible();
  await expect(line(/^Kubernetes cluster c1 – Namespace ml-team/)).toBeVisible();
  await expect(line('Privileged SCC: is granted')).toBeVisible();
  await field(page, 'Cluster name').fill('c2');
  await expect(line('Azure Arc connection c2: represents the cluster')).toBeVisible();
});

/** All elements of a picture in order, with their computed colours and sizes. */
const drawn = (picture) => picture.evaluate((root) =>
  [...root.getElementsByTagName('*')].filter(({ localName }) => localName !== 'style').map((element) => {
    const { fill, stroke, strokeWidth, fontSize, fontWeight } = getComputedStyle(element);
    const attributes = [...element.attributes].map(({ name, value }) => [name, value]);
    const text = element.children.length ? '' : element.textContent;
    const style = [fill, stroke, strokeWidth, ...(element.localName === 'text' ? [fontSize, fontWeight] : [])];
    return { name: [element.namespaceURI, element.localName], attributes, text, style };
  }));

for (const colorScheme of ['light', 'dark']) {
  test(`the picture is taken along as a file that is one by itself, and is the same (${colorScheme})`, async ({ page, context }, testInfo) => {
    await page.emulateMedia({ colorScheme });
    await open(page, 'cluster=aks&cluster-name=c1&exposure=internal&dcgm-exporter=yes');
    await unfold(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download SVG' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('what-will-exist.svg');
    await expect(page.getByRole('status').filter({ hasText: 'Saved as what-will-exist.svg' })).toBeVisible();
    const path = testInfo.outputPath(file.suggestedFilename());
    await file.saveAs(path);
    const alone = await context.newPage();
    await alone.emulateMedia({ colorScheme });
    await alone.goto(pathToFileURL(path).href);
    await expect(picture(alone).getByText('Kubernetes cluster c1', { exact: true })).toBeVisible();
    const shown = await drawn(picture(page));
    for (const name of ['title', 'desc', 'rect', 'path', 'text']) {
      expect(shown.filter((element) => element.name[1] === name), name).not.toEqual([]);
    }
    expect(await drawn(picture(alone))).toEqual(shown);
    const [ground] = shown.filter(({ name }) => name[1] === 'rect');
    expect(ground.style[0]).toBe(colorScheme === 'light' ? 'rgb(247, 247, 244)' : 'rgb(20, 24, 23)');
  });
}

for (const [theme, width] of [['light', 1280], ['dark', 1280], ['light', 320], ['dark', 320]]) {
  test(`the picture is accessible and fits (${theme}, ${width} px)`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 900 });
    await open(page, 'certificate=secret&openshift=yes&identity=system-assigned&dcgm-exporter=yes&nvidia-plugin=yes&cluster-name=c1&workspace=mlw-prod');
    await unfold(page);
    await page.getByText('The same in words', { exact: true }).click();
    await expectAccessible(page, 'the picture');
    // If it is wider than the page, it scrolls on its own, also with the keyboard.
    const region = page.getByRole('region', { name: HEADING });
    await region.focus();
    await expect(region).toBeFocused();
    const scrolls = await region.evaluate((element) => element.scrollWidth > element.clientWidth);
    expect(scrolls).toBe(width === 320);
  });
}
