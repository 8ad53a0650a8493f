import { expect, test } from 'vitest';
import { drop, legalSteps, type Step } from '../../checks/testing/conversation.ts';
import { HistoryBuilder } from '../../checks/testing/history-builder.ts';
import { carryOutAll } from './carry-out-all.ts';
import { countCriticalEvents } from './count-critical-events.ts';
import { dealUsers } from './deal-users.ts';
import { weighLosses } from './weigh-losses.ts';

/** Counts of so many runs, each altered. */
function count(runs: number, alter: (steps: Step[]) => readonly Step[] = (steps) => steps) {
  const built = new HistoryBuilder().open('a', 'ada');
  for (let run = 0; run < runs; run += 1) {
    built.chat('a', `r${run}`, { intent: 'echo' });
    for (const [kind, rest] of alter(legalSteps(`r${run}`, 'words'))) {
      built.say('a', `r${run}`, kind, rest);
    }
  }
  return countCriticalEvents(built.end().history);
}

test('runs that deliver what they usually deliver lose nothing', () => {
  const { expected, ...weighed } = weighLosses(count(3), count(4), 4);
  expect(weighed).toEqual({ runs: 4, lost: 0 });
  expect(expected).toBeGreaterThanOrEqual(4 * 5);
});

test('an event that never comes is lost once per run, and named', () => {
  const weighed = weighLosses(count(3), count(2, drop('tool_completed')), 2);
  expect(weighed).toMatchObject({ runs: 2, lost: 2, example: 'r0 never told 1 tool_completed' });
});

test('a message that was never accepted loses all that its run would have told', () => {
  const { expected, lost } = weighLosses(count(3), count(1), 2);
  expect(lost * 2).toBe(expected);
});

test('an event that comes again is one event', () => {
  const twice = (steps: Step[]): Step[] =>
    steps.flatMap(([kind, rest], index): Step[] => {
      const step: Step = [kind, { ...rest, seq: index + 1 }];
      return kind === 'tool_completed' ? [step, [kind, { ...step[1], replay: true }]] : [step];
    });
  expect(count(1, twice).get('r0')?.get('tool_completed')).toBe(1);
});

test('where there are users enough, everybody has users of their own', () => {
  expect(dealUsers([8, 4], 12)).toEqual({
    together: true,
    shares: [
      { firstUser: 0, users: 8 },
      { firstUser: 8, users: 4 },
    ],
  });
  expect(dealUsers([8, 4], 6)).toEqual({
    together: false,
    shares: [
      { firstUser: 0, users: 6 },
      { firstUser: 0, users: 4 },
    ],
  });
});

test.each([true, false])('tasks are carried out, together: %s', async (together) => {
  let open = 0;
  let most = 0;
  const task = (value: number) => async () => {
    open += 1;
    most = Math.max(most, open);
    await Promise.resolve();
    open -= 1;
    return value;
  };
  expect(await carryOutAll([1, 2, 3].map(task), together)).toEqual([1, 2, 3]);
  expect(most).toBe(together ? 3 : 1);
});
