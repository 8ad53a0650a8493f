import { expect, test } from 'vitest';
import { HistoryBuilder } from '../checks/testing/history-builder.ts';
import { findUnmappedKinds } from './unmapped-kinds.ts';

const expects = ['agent_started', 'agent_completed'];
const kinds = { agent_started: 'required', agent_completed: 'required' } as const;

/** Two runs of which `starts` begin as they should, and `strangers` hold a frame that no rule knows. */
function twoRuns(starts: number, strangers: number, end: 'agent_completed' | 'agent_error') {
  const built = new HistoryBuilder({ kinds }).open('a', 'u');
  for (const index of [0, 1]) {
    const run = `run-${index}`;
    built.chat('a', run, { expects });
    if (index < starts) built.say('a', run, 'agent_started');
    if (index < strangers) built.event('a', { kind: 'unknown', name: 'begun' });
    built.say('a', run, end);
  }
  return findUnmappedKinds(built.history, built.promises);
}

test('a kind that never came is unmapped where a frame that no rule knew came with every message', () => {
  expect(twoRuns(0, 2, 'agent_completed')).toMatchObject({
    kinds: ['agent_started'],
    likely: true,
  });
});

test('a stranger that came less often than it was asked for is a hint, and decides nothing', () => {
  expect(twoRuns(0, 1, 'agent_completed')).toMatchObject({ likely: false });
});

test('a kind that came once has its rule: what loses it on some runs is the target', () => {
  expect(twoRuns(1, 2, 'agent_completed')).toBeUndefined();
});

test('a kind that never came is the fault of the target where every frame was known', () => {
  expect(twoRuns(0, 0, 'agent_completed')).toBeUndefined();
});

test('a target that ends all runs with an error has said their end', () => {
  expect(twoRuns(2, 2, 'agent_error')).toBeUndefined();
});
