import { handOver, journeyTable, observe, openSuiteTarget, unmet, type Target } from 'golden-path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stakes } from './stakes.ts';

let target: Target;

beforeAll(async () => {
  target = await openSuiteTarget();
});
afterAll(() => target[Symbol.asyncDispose]());

let firstUser = 0;

for (const { journey, exercises } of journeyTable) {
  const place = firstUser;
  firstUser += journey.users;
  test(journey.title, async ({ task }) => {
    const { checks, histories } = await observe(target, journey, { firstUser: place });
    const { covers, value } = stakes(journey.name);
    await handOver(task, { covers, value, checks: [...checks], histories: [...histories] });
    const broken = checks.filter(({ level, verdict }) => level === 'MUST' && verdict === 'fail');
    expect(unmet(checks, [...exercises, ...broken.map(({ id }) => id)])).toEqual([]);
  });
}
