import { describe, expect, it } from 'vitest';
import { checkTable } from './check-table.ts';
import { judgeHistory } from './judge/judge-history.ts';
import { allDamages } from './testing/all-damages.ts';
import { converse } from './testing/conversation.ts';
import type { Damage } from './testing/damage.ts';

/** What must be true of the judgement of a damaged history, and what is. */
function compare({ owner, entails = [], expect: wanted = 'fail', build }: Damage) {
  const results = judgeHistory(build().history);
  const result = results.find(({ id }) => id === owner);
  const alarms = results.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
  return {
    is: {
      verdict: result?.verdict,
      shows: (result?.witnesses.length ?? 0) > 0,
      strangers: alarms.filter((id) => id !== owner && !entails.includes(id)),
    },
    mustBe: {
      verdict: wanted === 'info' ? 'pass' : wanted,
      shows: wanted !== 'unknown',
      strangers: [],
    },
  };
}

describe('every damage is reported by its owner and by nobody else', () => {
  it.each(allDamages)('$fault, $title: $owner', (damage) => {
    const { is, mustBe } = compare(damage);
    expect(is).toEqual(mustBe);
  });
});

it('the undamaged conversation is green', () => {
  const alarms = judgeHistory(converse().history).filter(({ verdict }) => verdict === 'fail');
  expect(alarms).toEqual([]);
});

it('every check is shown to fail by one of the faults it names', () => {
  const shown = new Set(allDamages.map(({ fault, owner }) => `${owner} ${fault}`));
  const unproven = checkTable.filter(
    ({ id, provenBy }) => !provenBy.some((fault) => shown.has(`${id} ${fault}`)),
  );
  expect(unproven.map(({ id }) => id)).toEqual([]);
});

it('every damage names a fault that its owner names', () => {
  const proofs = new Map(checkTable.map(({ id, provenBy }) => [id, provenBy]));
  const strays = allDamages.filter(
    ({ owner, fault }) => proofs.get(owner)?.includes(fault) !== true,
  );
  expect(strays.map(({ owner, fault }) => `${owner} ${fault}`)).toEqual([]);
});
