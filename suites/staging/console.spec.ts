import { unmet } from 'golden-path';
import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { tell } from './tell.ts';

test('a whole visit leaves no error in the console', async ({ stage }, testInfo) => {
  const complaints: string[] = [];
  const seen = await stage.observe('console', async (visit) => {
    const ada = await visit.enter(0, { login: false });
    const { answer, canary } = await ada.say({ kind: 'fail' }, { kind: 'slow', milliseconds: 20 });
    await ada.lane.settled();
    await expect(answer).toContainText(canary);
    await ada.page.reload();
    if (await ada.view.showsLogin()) await ada.logIn();
    complaints.push(...ada.complaints);
  });
  await tell(testInfo, seen, {
    covers: ['W8'],
    value: {
      segment: 'whoever has to find out why it does not work for one customer',
      goal: 'see errors that mean something',
      impact: 'the one error that matters drowns among those that everybody is used to',
    },
  });
  expect(complaints).toEqual([]);
  expect(unmet(seen.checks, ['LIFE-TERM'])).toEqual([]);
});
