import {
  goldenPath,
  handOver,
  observe,
  openSuiteTarget,
  unmet,
  type Measurement,
  type Target,
} from 'golden-path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Runs per person on the golden path. */
const rounds = 2;
let target: Target;

beforeAll(async () => {
  target = await openSuiteTarget();
});
afterAll(() => target[Symbol.asyncDispose]());

test('twenty people at once all get their answers', async ({ task }) => {
  const users = Math.min(20, target.users.length);
  const { history, checks, histories } = await observe(target, goldenPath, { name: 'load', users });
  const ended = new Set(
    history.records.flatMap((record) =>
      record.type === 'frame' && record.direction === 'received'
        ? record.events.flatMap(({ kind, run }) => (kind === 'agent_completed' ? [run] : []))
        : [],
    ),
  );
  const lost = users * rounds - ended.size;
  const measurement: Measurement = {
    id: 'load.lost-runs',
    title: 'runs without an answer while everybody asks at once',
    unit: 'count',
    value: lost,
    n: users * rounds,
    limit: 0,
    verdict: lost === 0 ? 'pass' : 'fail',
  };
  await handOver(task, {
    covers: ['E16', 'E23', 'E24', 'E33', 'J3', 'P3', 'W3'],
    value: {
      segment: 'every class of customer, at nine in the morning',
      goal: 'get an answer although everybody asks',
      impact: 'the product fails exactly when it is needed most',
    },
    checks: [...checks],
    measurements: [measurement],
    histories: [...histories],
  });
  expect(unmet(checks, ['LIFE-TERM', 'ORD-PO', 'ISO-CANARY'])).toEqual([]);
  expect(lost).toBe(0);
});
