// The element lives through every coming and going, and says so if it does not.
import { expect } from '@playwright/test';
import { host, TAG, up } from './element.mjs';
import { HOSTS } from './hosts.mjs';
import { comeAndGo, flood, passBy } from './life.mjs';
import { complete, field, isComplete, test } from './page.mjs';

const PLACE = 'main';
const SECOND = '#second';
const element = (page) => page.locator(TAG).first();
const body = `<${TAG} eager link="v=1&cluster=aks&cluster-name=stays"><p>static commands</p></${TAG}>`;
/** Another place, and what an element must not report. */
const prepare = (page) => page.evaluate(() => {
  document.body.append(Object.assign(document.createElement('div'), { id: 'second' }));
  window.failures = [];
  addEventListener('wizard-error', ({ detail }) => window.failures.push(String(detail)));
});
/** The element is complete, belongs to no earlier attachment, and has the plan of what is typed now. */
const expectAlive = async (page, name) => {
  await isComplete(element(page));
  await expect(complete(element(page))).toHaveCount(1);
  const answer = field(element(page), 'Cluster name');
  await expect(answer).toBeVisible();
  await answer.fill(name);
  await expect(element(page).getByRole('code').filter({ hasText: `--cluster-name ${name}` }).first()).toBeVisible();
  expect(await page.evaluate(() => window.failures)).toEqual([]);
};

const WAYS = {
  'on and off at each delay': (page) => page.evaluate(comeAndGo, [TAG, SECOND]),
  'two hundred that pass by': (page) => page.evaluate(passBy, [TAG, SECOND, 200]),
  ...Object.fromEntries([1, 2, 3].map((seed) => [`a flood of attributes (${seed})`, (page) => page.evaluate(flood, [TAG, seed])])),
};

// A flood of attributes also says what cannot be said: `aks-v1` on Arc, a name that is none.
test.use({ expectedError: /means nothing here/ });

for (const [speed, isSlow] of [['', false], [', on a slow machine with a slow network', true]]) {
  for (const [name, way] of Object.entries(WAYS)) {
    test(`${name}${speed}`, async ({ page }) => {
      test.slow();
      const session = await page.context().newCDPSession(page);
      if (isSlow) {
        await session.send('Network.enable');
        await session.send('Network.setCacheDisabled', { cacheDisabled: true });
        await session.send('Network.emulateNetworkConditions', { offline: false, latency: 60, downloadThroughput: 500_000, uploadThroughput: 500_000 });
        await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      }
      await host(page, body);
      await prepare(page);
      await up(element(page));
      const count = async () => {
        for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
        const { jsEventListeners, nodes } = await session.send('Memory.getDOMCounters');
        return { jsEventListeners, nodes };
      };
      // Detached, so that only what it leaves behind is counted.
      const alone = async () => {
        await page.evaluate((tag) => { window.kept = document.querySelector(tag); window.kept.remove(); }, TAG);
        await page.evaluate(() => new Promise(requestAnimationFrame));
        const counted = await count();
        await page.evaluate((place) => document.querySelector(place).append(window.kept), PLACE);
        return counted;
      };
      const before = await alone();
      await expectAlive(page, 'first');
      await way(page);
      await expectAlive(page, 'still-here');
      const after = await alone();
      await expectAlive(page, 'last');
      expect(after.jsEventListeners).toBe(before.jsEventListeners);
      expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    });
  }
}

for (const { name, chapters } of HOSTS) {
  test(`${name}: it comes and goes, and its attributes change`, async ({ page }) => {
    test.slow();
    await page.goto(chapters.install);
    await up(element(page));
    await prepare(page);
    await page.evaluate(comeAndGo, [TAG, SECOND]);
    await expectAlive(page, 'still-here');
    await page.evaluate(passBy, [TAG, SECOND, 40]);
    await page.evaluate(flood, [TAG, 4]);
    await expectAlive(page, 'last');
  });
}

test.describe('a trap', () => {
  test.use({ expectedError: /unreachable/ });

  for (const where of ['the element', 'its panels']) {
    test(`is reported, and the next attachment is a new wizard (${where})`, async ({ page }) => {
      // An error in a function that a module imports leaves the module as a trap does.
      await page.addInitScript(() => {
        for (const name of ['instantiate', 'instantiateStreaming']) {
          const own = WebAssembly[name];
          WebAssembly[name] = (source, imports) => own.call(WebAssembly, source, Object.fromEntries(
            Object.entries(imports).map(([from, all]) => [from, Object.fromEntries(Object.entries(all).map(([called, call]) => [
              called,
              typeof call !== 'function' ? call : (...given) => {
                if (!window.isTrapped) return call(...given);
                window.isTrapped = false;
                throw new WebAssembly.RuntimeError('unreachable');
              },
            ]))]),
          ));
        }
      });
      await host(page, body);
      await prepare(page);
      const wizard = await up(element(page));
      expect(await element(page).evaluate((node) => [node.error, node.result.version])).toEqual([null, 1]);
      if (where === 'its panels') {
        await wizard.getByRole('button', { name: 'Paste what you have' }).click();
        const pasted = wizard.getByRole('textbox', { name: /^A command/ });
        await pasted.focus();
        await page.evaluate(() => { window.isTrapped = true; });
        await pasted.press('a');
      } else {
        await page.evaluate(() => { window.isTrapped = true; });
        await field(wizard, 'Cluster name').press('a');
      }
      await expect.poll(() => page.evaluate(() => window.failures)).toEqual(['Error: The wizard has stopped: unreachable']);
      await expect(page.getByText('static commands')).toBeVisible();
      expect(await element(page).evaluate((node) => [node.error.message, node.result])).toEqual(['The wizard has stopped: unreachable', null]);
      await element(page).evaluate((node, place) => {
        window.failures = [];
        node.remove();
        return new Promise((then) => { requestAnimationFrame(() => then(document.querySelector(place).append(node))); });
      }, PLACE);
      await expectAlive(page, 'new');
      expect(await element(page).evaluate((node) => [node.error, node.result.version])).toEqual([null, 1]);
    });
  }
});
