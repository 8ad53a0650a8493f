import { unmet } from 'golden-path';
import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { tell } from './tell.ts';

test('a run that is cancelled at the page stops, and the page says so', async ({
  stage,
}, testInfo) => {
  const seen = await stage.observe('cancel', async (visit) => {
    const ada = await visit.enter();
    const { exchange } = await ada.say({ kind: 'slow', milliseconds: 60_000 });
    const { cancelledWord } = ada;
    await ada.view.cancelIn(exchange).click();
    await ada.lane.settled();
    await expect(exchange.getByText(cancelledWord).first()).toBeVisible();
  });
  await tell(testInfo, seen, {
    covers: ['W9'],
    value: {
      segment: 'everyone who asked the wrong thing',
      goal: 'stop it, and not wait for it or pay for it',
      impact: 'tools go on working, and changing things, after somebody said stop',
    },
  });
  expect(unmet(seen.checks, ['LIFE-CANCEL', 'LIFE-TERM', 'PAIR-OPEN'])).toEqual([]);
});
