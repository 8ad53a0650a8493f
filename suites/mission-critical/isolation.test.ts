import {
  goldenPath,
  handOver,
  observe,
  openEmbeddedTarget,
  openSuiteTarget,
  unmet,
  type Target,
} from 'golden-path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const users = 12;
let target: Target;

beforeAll(async () => {
  target = await openSuiteTarget();
});
afterAll(() => target[Symbol.asyncDispose]());

test('no user ever receives what belongs to another', async ({ task }) => {
  const { checks, histories } = await observe(target, goldenPath, { name: 'isolation', users });
  await handOver(task, {
    covers: ['A3', 'E22', 'E34', 'U4', 'G1', 'G3', 'W2'],
    value: {
      segment: 'every customer with confidential data',
      goal: 'trust that nobody else reads along',
      impact: 'one leaked event ends the contract',
    },
    checks: [...checks],
    histories: [...histories],
  });
  expect(unmet(checks, ['ISO-CANARY'])).toEqual([]);
});

test('the same journey on a platform with a planted leak fails, so the check can fail', async ({
  task,
}) => {
  const leaking = await openEmbeddedTarget({ mutants: ['leak-to-neighbour'] });
  const { checks } = await observe(leaking, goldenPath, { name: 'planted-leak', users }).finally(
    () => leaking[Symbol.asyncDispose](),
  );
  await handOver(task, {
    covers: ['W1'],
    value: {
      segment: 'whoever relies on a green isolation test',
      goal: 'know that it would be red',
      impact: 'a test that cannot fail lets the leak out, and says that it is safe',
    },
  });
  const isolation = checks.find(({ id }) => id === 'ISO-CANARY');
  expect(isolation?.verdict).toBe('fail');
  expect(isolation?.witnesses[0]?.raw.some(({ text }) => text.includes('gpc-'))).toBe(true);
});
