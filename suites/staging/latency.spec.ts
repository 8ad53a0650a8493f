import { measureWaits, NotOffered, unmet, type Measurement } from 'golden-path';
import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { tell } from './tell.ts';

/** Enough for an interval of the median, few enough for a staging platform that others use, too. */
const messages = 20;

test('the first sign and the answer are on the page within the budgets', async ({
  stage,
}, testInfo) => {
  const waits = { sign: [] as number[], answer: [] as number[] };
  const seen = await stage.observe('latency', async (visit) => {
    waits.sign.length = 0;
    waits.answer.length = 0;
    const ada = await visit.enter(3);
    const begun = ada.signs.find(({ kind }) => kind === 'agent_started');
    const done = ada.signs.find(({ kind }) => kind === 'agent_completed');
    if (begun === undefined || done === undefined) {
      throw new NotOffered('the page profile does not say how begin and end of a run are shown');
    }
    for (let nth = 0; nth < messages; nth += 1) {
      await stage.turn();
      const { answer, canary } = await ada.say();
      await ada.lane.settled();
      await expect(answer).toContainText(canary);
      const sign = await ada.firstShown(begun.isShown);
      const end = await ada.firstShown(done.isShown);
      if (sign !== undefined) waits.sign.push(sign);
      if (end !== undefined) waits.answer.push(end);
    }
  });
  const { first_event_ms: firstEvent, run_ms: run } = stage.target.profile.promises.budgets;
  const measurements: Measurement[] = [
    ...measureWaits(
      { id: 'page.first-sign', title: 'click to the first sign of the agent on the page' },
      waits.sign,
      { p95: firstEvent },
    ),
    ...measureWaits(
      { id: 'page.answer', title: 'click to the whole answer on the page' },
      waits.answer,
      { p95: run },
    ),
  ];
  await tell(
    testInfo,
    seen,
    {
      covers: ['J2', 'J4', 'E11'],
      value: {
        segment: 'everyone who waits for an answer',
        goal: 'see at once that the agent has begun, and soon what it found',
        impact: 'a silent screen is left within seconds',
      },
    },
    measurements,
  );
  expect(waits.sign).toHaveLength(messages);
  expect(waits.answer).toHaveLength(messages);
  const limited = measurements.filter(({ limit }) => limit !== undefined);
  expect(limited.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  const slow = seen.checks.filter(({ id, verdict }) => id.startsWith('LAT-') && verdict === 'fail');
  const ids = ['LIFE-TERM', ...slow.map(({ id }) => id)];
  expect(unmet(seen.checks, ids)).toEqual([]);
});
