// The element in Firefox, in each of the documentation sites.
import assert from 'node:assert/strict';
import { control, eventually, inFirefox, isComplete, plan, type } from './bidi.mjs';
import { HOSTS, INSTALL, isLit } from './hosts.mjs';
import { comeAndGo, flood, passBy } from './life.mjs';

/** The shadow root of an element, once the wizard is complete. */
const inside = async (element) => {
  const root = await element.evaluateHandle((node) => node.shadowRoot);
  await isComplete(root);
  return root;
};
const hasCommand = (root, words) => eventually(`command with ${words}`, async () => (await plan(root)).includes(words));

async function walk(page, { dark }) {
  const element = await page.$('azureml-k8s-wizard');
  const root = await inside(element);
  const press = async (role, name) => (await control(root, role, name)).click();
  assert.equal(await element.evaluate((node) => node.link), INSTALL);

  await type(page, 'Cluster name', '-fox', root);
  await hasCommand(root, '--cluster-name aks-ml-fox');
  await press('button', /^\W*Endpoint/);
  await press('radio', /^NodePort/);
  await hasCommand(root, 'inferenceRouterServiceType=NodePort');

  await press('button', /^Copy command 1 – Check the extension$/);
  await control(root, 'status', /^Copied$/);

  const words = await control(root, 'code', /^az k8s-extension create/);
  const isDark = () => words.evaluate(isLit);
  assert.equal(await isDark(), false);
  for (const [role, name] of dark) {
    const button = await control(page, role, name);
    await eventually(`${role} ${name} that can be pressed`, () => button.evaluate((node) => !node.disabled));
    await button.focus();
    await page.keyboard.press('Enter');
  }
  await eventually('dark command', isDark);

  await element.evaluate((node) => { node.link = 'cluster=aks&workload=training&cluster-name=by-link'; });
  await hasCommand(root, '--cluster-name by-link');
  assert.equal(await element.evaluate((node) => node.link), 'v=1&cluster=aks&cluster-name=by-link&workload=training');

  await (await control(root, 'combobox', /^Language$/)).select('ja');
  await control(root, 'heading', /^コマンド$/);
  await isComplete(root);
}

await inFirefox(async (page, url) => {
  // Wide enough for the colour switch of the sites to be visible.
  await page.setViewport({ width: 1280, height: 900 });
  for (const host of HOSTS) {
    await page.goto(url + host.chapters.install);
    await walk(page, host);
    // The sites share an origin here, so one would read the stored colours of another.
    await page.evaluate(() => localStorage.clear());
    console.log(`${host.name}: typed, chosen, copied, dark with the page, linked, in Japanese`);
  }

  await page.goto(`${url}plain/`);
  const [one, two] = await Promise.all((await page.$$('azureml-k8s-wizard')).map(inside));
  await type(page, 'Cluster name', '-fox', one);
  await hasCommand(one, '--cluster-name aks-one-fox');
  await hasCommand(two, '--cluster-name arc-two');
  assert.equal((await plan(two)).includes('aks-one'), false);
  console.log('a page with hostile styles: two wizards, each with its own');

  const [element] = await page.$$('azureml-k8s-wizard');
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('div'), { id: 'second' }));
    window.failures = [];
    addEventListener('wizard-error', ({ detail }) => window.failures.push(String(detail)));
  });
  for (const [name, way, given] of [
    ['on and off at each delay', comeAndGo, ['#second']],
    ['two hundred that pass by', passBy, ['#second', 200]],
    ['a flood of attributes', flood, [1]],
  ]) {
    await page.evaluate(way, ['azureml-k8s-wizard', ...given]);
    await type(page, 'Cluster name', '-on', await inside(element));
    assert.deepEqual(await page.evaluate(() => window.failures), []);
    console.log(`a page with hostile styles: ${name}`);
  }
  // A flood of attributes also says what cannot be said.
}, /means nothing here/);
