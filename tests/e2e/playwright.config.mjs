// The end-to-end tests: the published page, in a real browser.
import { defineConfig } from '@playwright/test';
import { EXECUTABLE, FLAGS } from './chromium.mjs';
import { address } from './server.mjs';

const { url } = address();

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: 'list',
  // Guards against a test that hangs, not budgets: a machine with other work takes several times as long.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: url,
    browserName: 'chromium',
    // Otherwise it would answer requests that a test means to answer. offline.spec.mjs tests it.
    serviceWorkers: 'block',
    trace: 'off',
    video: 'off',
    launchOptions: {
      executablePath: EXECUTABLE,
      args: FLAGS,
    },
  },
  webServer: {
    command: 'node server.mjs',
    url,
    // Another server on this port would serve a different page.
    reuseExistingServer: false,
  },
});
