import { defineConfig } from 'playwright/test';
import { findBrowser } from './harness/run/browser/find-browser.ts';

const browser = findBrowser();

/** The staging suite: a person at the page, against whatever target the gate names. */
export default defineConfig({
  testDir: 'suites/staging',
  testMatch: /\.spec\.(ts|js)$/,
  fullyParallel: true,
  workers: 1,
  retries: 0,
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser.path }),
      args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
    },
  },
});
