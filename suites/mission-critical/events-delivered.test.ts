import { goldenPath, handOver, observe, openSuiteTarget, unmet, type Target } from 'golden-path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let target: Target;

beforeAll(async () => {
  target = await openSuiteTarget();
});
afterAll(() => target[Symbol.asyncDispose]());

test('every run delivers its events, in order, once, and ends', async ({ task }) => {
  const { checks, histories } = await observe(target, goldenPath, { name: 'events-delivered' });
  await handOver(task, {
    covers: [
      'A2',
      'E5',
      'E6',
      'E7',
      'E8',
      'E9',
      'E10',
      'E12',
      'E13',
      'E37',
      'E38',
      'G2',
      'G4',
      'U3',
    ],
    value: {
      segment: 'everyone who chats',
      goal: 'see what the agent is doing and get its answer',
      impact: 'a run that shows nothing, or never ends, looks like a dead product',
    },
    checks: [...checks],
    histories: [...histories],
  });
  const required = [
    'LIFE-START',
    'LIFE-TERM',
    'LIFE-AFTER',
    'PAIR-OPEN',
    'PAIR-ORPHAN',
    'ORD-PO',
    'ORD-SEQ-GAP',
    'ONCE-TOOL',
    'SCH-FIELD',
  ];
  expect(unmet(checks, required)).toEqual([]);
});
