import { expect, it } from 'vitest';
import type { Verdict } from '../../contract/verdict.ts';
import { StateWatch } from './state-watch.ts';

function watch(confirm: number, verdicts: readonly Verdict[]) {
  const states = new StateWatch(confirm);
  const changes = verdicts.flatMap((verdict, round) => {
    const change = states.add(verdict);
    return change === undefined ? [] : [`${round} ${change.from} ${change.to}`];
  });
  return { changes, seen: states.seen };
}

it('tells every change, and nothing while a state lasts', () => {
  const { changes, seen } = watch(1, ['pass', 'pass', 'fail', 'fail', 'unknown', 'pass']);
  expect(changes).toEqual(['0 unseen pass', '2 pass fail', '4 fail unknown', '5 unknown pass']);
  expect(seen).toEqual(['pass', 'fail', 'unknown']);
});

it('waits for rounds in a row that agree', () => {
  const { changes } = watch(2, ['pass', 'fail', 'pass', 'fail', 'unknown', 'fail', 'fail']);
  expect(changes).toEqual(['0 unseen pass', '6 pass fail']);
});

it('does not forget a failure that nobody had time to confirm', () => {
  expect(watch(3, ['pass', 'fail']).seen).toEqual(['pass', 'fail']);
});

it('takes what does not apply for no evidence', () => {
  expect(watch(1, ['not-applicable']).changes).toEqual(['0 unseen unknown']);
});
