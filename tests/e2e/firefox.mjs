// A smoke run of the main path in Firefox.
import assert from 'node:assert/strict';
import { control, eventually, inFirefox, open, plan, reload, SINGLE, type } from './bidi.mjs';

async function walk(page) {
  const press = async (role, name) => (await control(page, role, name)).click();
  const reach = (name) => eventually(`step ${name} that is the current one`, async () => {
    const step = await control(page, 'button', new RegExp(`^\\W*${name}`));
    return step.evaluate((node) => node.getAttribute('aria-current') === 'step');
  });

  await press('radio', /^Azure Kubernetes Service/);
  await type(page, 'Resource group', 'rg-fox');
  await type(page, 'Cluster name', 'fox-1');
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
  await type(page, 'Workspace', 'mlw-fox');
}

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

await inFirefox(async (page, url) => {
  await open(page, url);
  await walk(page);
  const before = await written(page);
  console.log('the walk by Next gives the command with every name');

  // At once, before the address has changed: only the end of the last word may get lost.
  await reload(page);
  assert.equal(await written(page), before);
  const name = await control(page, 'textbox', /^Cluster name/);
  assert.equal(await name.evaluate((input) => input.value), 'fox-1');
  console.log('a reload brings the same commands back');

  await open(page, SINGLE);
  await walk(page);
  assert.equal(await written(page), before);
  await (await control(page, 'button', /^Paste what you have$/)).click();
  await control(page, 'textbox', /^A command/);
  console.log('the single file gives the same from a folder, and contains the panels');
});
