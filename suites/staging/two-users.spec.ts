import { unmet } from 'golden-path';
import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { tell } from './tell.ts';

test('two people who chat at the same time never see each other', async ({ stage }, testInfo) => {
  const seen = await stage.observe('two-users', async (visit) => {
    const [ada, bob] = [await visit.enter(0), await visit.enter(1)];
    for (let round = 0; round < 2; round += 1) {
      const [first, second] = await Promise.all([
        ada.say({ kind: 'slow', milliseconds: 100 }),
        bob.say({ kind: 'slow', milliseconds: 100 }),
      ]);
      await Promise.all([ada.lane.settled(), bob.lane.settled()]);
      await expect(first.answer).toContainText(first.canary);
      await expect(second.answer).toContainText(second.canary);
      expect(await ada.page.content()).not.toContain(second.canary);
      expect(await bob.page.content()).not.toContain(first.canary);
    }
  });
  await tell(testInfo, seen, {
    covers: ['E22', 'W2', 'J4'],
    value: {
      segment: 'every customer with confidential data',
      goal: 'trust that nobody else reads along',
      impact: 'one leaked event ends the contract',
    },
  });
  expect(unmet(seen.checks, ['ISO-CANARY', 'ISO-IDENTITY', 'LIFE-TERM'])).toEqual([]);
});
