import { unmet } from 'golden-path';
import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { tell } from './tell.ts';

test('a thread reads the same after a reload', async ({ stage }, testInfo) => {
  const seen = await stage.observe('history', async (visit) => {
    const ada = await visit.enter();
    const first = await ada.say({ kind: 'fail' });
    await ada.lane.settled();
    await expect(first.answer).toContainText(first.canary);
    const second = await ada.say({ kind: 'long', pieces: 20 });
    await ada.lane.settled();
    await expect(second.answer).toContainText(second.canary);
    const before = [await first.answer.textContent(), await second.answer.textContent()];

    await ada.page.reload();
    if (await ada.view.showsLogin()) await ada.logIn();
    await ada.openThread(first.canary);
    await expect(first.answer).toHaveText(before[0] ?? '');
    await expect(second.answer).toHaveText(before[1] ?? '');

    const third = await ada.say();
    await ada.lane.settled();
    await expect(third.answer).toContainText(third.canary);
    await expect(first.exchange).toBeVisible();
  });
  await tell(testInfo, seen, {
    covers: ['W9', 'E27'],
    value: {
      segment: 'everyone who comes back to an answer',
      goal: 'find it again, as it was',
      impact: 'work is lost with every closed tab',
    },
  });
  expect(unmet(seen.checks, ['LIFE-TERM', 'PAIR-OPEN', 'ISO-IDENTITY'])).toEqual([]);
});
