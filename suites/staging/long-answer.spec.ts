import { unmet } from 'golden-path';
import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { tell } from './tell.ts';

test('a long answer is on the page as it was sent, whole', async ({ stage }, testInfo) => {
  const seen = await stage.observe('long-answer', async (visit) => {
    const ada = await visit.enter();
    const { answer, canary } = await ada.say({ kind: 'long', pieces: 200 });
    await ada.lane.settled();
    await expect(answer).toContainText(canary);
    const said = ada.lane.lastAnswer ?? '';
    expect(said.length, 'the target said how its answer reads').toBeGreaterThan(canary.length);
    await expect(answer).toContainText(said.slice(-40).trim());
    expect(await ada.view.exchanges(canary).count()).toBe(1);
  });
  await tell(testInfo, seen, {
    covers: ['E27', 'E32'],
    value: {
      segment: 'everyone who asks for more than a sentence',
      goal: 'read the answer to its end',
      impact: 'the end of a report is missing, and nobody sees that it is',
    },
  });
  expect(unmet(seen.checks, ['TXT-CONCAT', 'TXT-UNICODE', 'LIFE-TERM'])).toEqual([]);
});
