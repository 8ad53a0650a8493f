import { expect, test } from 'vitest';
import type { CheckResult } from '../../contract/check-result.ts';
import type { History } from '../../contract/history.ts';
import { legalSteps, type Step } from '../../checks/testing/conversation.ts';
import { HistoryBuilder } from '../../checks/testing/history-builder.ts';
import { compareSides } from './compare-sides.ts';
import { findLosses } from './find-losses.ts';

function tell(alter: (steps: Step[]) => readonly Step[]): History {
  const built = new HistoryBuilder().open('a', 'ada').chat('a', 'r1', { intent: 'echo' });
  for (const [kind, rest] of alter(legalSteps('r1', 'words'))) built.say('a', 'r1', kind, rest);
  return built.end().history;
}

test.each<[string, (steps: Step[]) => readonly Step[], object]>([
  ['a whole run', (steps) => steps, { lost: [], duplicated: [] }],
  ['a run without its end', (steps) => steps.slice(0, -1), { lost: ['r1'], duplicated: [] }],
  [
    'a run with a hole',
    (steps) =>
      steps.map(([kind, rest], index) => [
        kind,
        { ...rest, seq: index < 2 ? index + 1 : index + 2 },
      ]),
    { lost: ['r1 (never told its events 3)'], duplicated: [] },
  ],
  [
    'a run that was given up',
    (steps) => [...steps.slice(0, -1), ['agent_error', {}]],
    { lost: ['r1 (ended with agent_error)'], duplicated: [] },
  ],
  [
    'an event told twice',
    (steps) => [
      ...steps.slice(0, 2),
      ['agent_thinking', { seq: 2 }],
      ...steps.slice(2).map(([kind, rest], index): Step => [kind, { ...rest, seq: index + 3 }]),
    ],
    { lost: [], duplicated: ['r1/2'] },
  ],
  [
    'an event told again and marked',
    (steps) => [
      ...steps.slice(0, 2),
      ['agent_thinking', { seq: 2, replay: true }],
      ...steps.slice(2).map(([kind, rest], index): Step => [kind, { ...rest, seq: index + 3 }]),
    ],
    { lost: [], duplicated: [] },
  ],
])('%s', (_title, alter, losses) => {
  expect(findLosses(tell(alter), ['r1'])).toEqual(losses);
});

test('a run of which nothing was heard is lost', () => {
  expect(
    findLosses(
      tell((steps) => steps),
      ['r2'],
    ).lost,
  ).toEqual(['r2']);
});

function side(...entries: readonly [string, CheckResult['verdict'], number?][]): CheckResult[] {
  return entries.map(([id, verdict, exercised = 1]) => {
    return { id, verdict, exercised, witnesses: [] } as unknown as CheckResult;
  });
}

test('only what both sides met is compared, and chance on the old side is no fault of the switch', () => {
  const reverted = side(
    ['A', 'fail'],
    ['B', 'fail'],
    ['C', 'pass'],
    ['D', 'fail'],
    ['E', 'unknown', 0],
  );
  const own = [
    side(['A', 'pass'], ['B', 'fail'], ['C', 'pass'], ['E', 'pass']),
    side(['A', 'pass'], ['B', 'pass'], ['C', 'fail']),
  ];
  expect(compareSides(reverted, own)).toEqual({
    compared_checks: ['A', 'B', 'C'],
    newly_red: [{ id: 'A', however: 'it failed' }],
    own_red: ['B', 'C'],
  });
});
