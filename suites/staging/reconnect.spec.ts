import { unmet } from 'golden-path';
import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { tell } from './tell.ts';

/** Long enough for three tools to end while nobody listens. */
const outageMs = 1_200;

test('who was offline in the middle of a run misses nothing of it', async ({
  stage,
  line,
}, testInfo) => {
  const seen = await stage.observe('reconnect', async (visit) => {
    const ada = await visit.enter(0, { context: { proxy: { server: line.url } } });
    const context = ada.page.context();
    const { exchange, answer, canary } = await ada.say(
      { kind: 'slow', milliseconds: 300 },
      { kind: 'parallel', texts: ['left', 'right'] },
      { kind: 'slow', milliseconds: outageMs + 500 },
    );
    await ada.lane.hasSeen('tool_executing');
    ada.lane.drop();
    await context.setOffline(true);
    await line.breakFor(outageMs);
    await context.setOffline(false);
    ada.lane.back();
    await ada.lane.settled();
    await expect(answer).toContainText(canary);
    await expect(exchange).toHaveCount(1);
  });
  await tell(testInfo, seen, {
    covers: ['E18', 'E19', 'E29'],
    value: {
      segment: 'everyone on a train',
      goal: 'get the whole answer although the line was gone for a while',
      impact: 'an answer with a hole in it, which looks like a whole one',
    },
  });
  expect(unmet(seen.checks, ['RES-GAP', 'RES-DUP', 'LIFE-TERM', 'PAIR-OPEN'])).toEqual([]);
});
