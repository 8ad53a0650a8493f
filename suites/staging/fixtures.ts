import { writeFile } from 'node:fs/promises';
import {
  openLine,
  openSuiteTarget,
  PageStage,
  trustArguments,
  type Line,
  type Target,
} from 'golden-path';
import { test as base } from 'playwright/test';

interface Lent {
  readonly stage: PageStage;
  /** Between the browser and everything else, for contexts that take it as their proxy. */
  readonly line: Line;
}

/** Tests that visit the page: one target, one browser and their logins for all tests of a worker. */
export const test = base.extend<Lent, { target: Target; workerStage: PageStage }>({
  target: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to see what a fixture needs
    async ({}, use) => {
      const target = await openSuiteTarget();
      await use(target);
      await target[Symbol.asyncDispose]();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, target }, use) => {
      const args = [...(launchOptions.args ?? []), ...(await trustArguments(target))];
      await use({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
  workerStage: [
    async ({ browser, target, trace }, use, { parallelIndex: worker }) => {
      // Where no trace may be kept, no picture may.
      const order = { worker, filmed: trace !== 'off' };
      await using stage = new PageStage(target, browser, order);
      await use(stage);
    },
    { scope: 'worker' },
  ],
  stage: async ({ workerStage }, use, testInfo) => {
    await use(workerStage);
    if (testInfo.status !== testInfo.expectedStatus) {
      for (const [nth, film] of (await workerStage.films()).entries()) {
        const path = testInfo.outputPath(`film-${nth + 1}.webm`);
        await writeFile(path, film);
        await testInfo.attach('video', { path, contentType: 'video/webm' });
      }
    }
    await workerStage.leave();
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to see what a fixture needs
  line: async ({}, use) => {
    const line = await openLine();
    await use(line);
    await line[Symbol.asyncDispose]();
  },
});
