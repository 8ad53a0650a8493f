import { defineConfig } from 'playwright/test';
import { findBrowser } from './harness/run/browser/find-browser.ts';
import { loadConfig } from './harness/run/load-config.ts';
import { suiteEnvironment } from './harness/run/suites/suite-environment.ts';

const browser = findBrowser();

/** A trace holds every word that was typed and received, passwords and tokens, too: those of this machine are no secrets. */
const isOurs = await isOnThisMachine().catch(() => false);
const { GOLDEN_PATH_TRACES: traces = isOurs ? 'on' : 'off' } = process.env;

/** No test is judged by its duration: this is far from what any takes, also on a crowded machine. */
const hungAfter = 240_000;
const patience = 60_000;
/** What has come on the wire is on the page within milliseconds. */
const rendering = 30_000;

/** The staging suite: people at the page, against whatever target the gate names. */
export default defineConfig({
  testDir: 'suites/staging',
  testMatch: /\.spec\.(ts|js)$/,
  fullyParallel: true,
  workers: 1,
  retries: 0,
  timeout: hungAfter,
  expect: { timeout: rendering },
  reporter: 'list',
  outputDir: 'test-results',
  // Node reads TypeScript itself, a configuration in whatever kind of package too, which Playwright's own reader does not.
  build: { external: ['**/*'] },
  use: {
    actionTimeout: patience,
    navigationTimeout: patience,
    trace: traces === 'on' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser.path }),
      args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
    },
  },
});

async function isOnThisMachine(): Promise<boolean> {
  const { [suiteEnvironment.url]: url, [suiteEnvironment.target]: named } = process.env;
  if (url !== undefined) return /^\w+:\/\/(localhost|127\.[\d.]+|\[::1\])(:|\/|$)/.test(url);
  const name = named ?? (await loadConfig(process.env[suiteEnvironment.config])).target;
  return name === 'reference' || name.startsWith('specimen:');
}
