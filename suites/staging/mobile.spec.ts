import { unmet } from 'golden-path';
import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { tell } from './tell.ts';

const phone = {
  viewport: { width: 390, height: 664 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

test('the page can be used on a telephone', async ({ stage }, testInfo) => {
  const seen = await stage.observe('mobile', async (visit) => {
    const ada = await visit.enter(0, { context: phone });
    const { answer, canary } = await ada.say({ kind: 'long', pieces: 40 });
    await ada.lane.settled();
    await expect(answer).toContainText(canary);
    await expect(ada.view.box).toBeInViewport({ ratio: 0.99 });
    await expect(ada.view.sendButton).toBeInViewport({ ratio: 0.99 });
    const wider = await ada.page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(wider, 'pixels by which the page is wider than the screen').toBeLessThanOrEqual(0);
  });
  await tell(testInfo, seen, {
    covers: ['W8'],
    value: {
      segment: 'everyone who is not at a desk',
      goal: 'ask and read with one thumb',
      impact: 'half of the people who try the product give up at its first screen',
    },
  });
  expect(unmet(seen.checks, ['LIFE-TERM', 'PAIR-OPEN'])).toEqual([]);
});

test('the threads can be reached on a telephone', async ({ stage }, testInfo) => {
  const seen = await stage.observe('mobile-threads', async (visit) => {
    const ada = await visit.enter(0, { context: phone });
    const { canary } = await ada.say();
    await ada.lane.settled();
    await ada.openNewThread();
    await expect(ada.view.exchanges(canary)).toHaveCount(0);
    await ada.openThread(canary);
    await expect(ada.view.exchanges(canary)).toBeInViewport();
  });
  await tell(testInfo, seen, {
    covers: ['W9'],
    value: {
      segment: 'everyone who is not at a desk',
      goal: 'go on with what was begun elsewhere',
      impact: 'every conversation on a telephone begins from nothing',
    },
  });
  expect(unmet(seen.checks, ['LIFE-TERM'])).toEqual([]);
});
