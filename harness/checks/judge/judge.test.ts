import { describe, expect, it } from 'vitest';
import type { CheckDeclaration } from '../../contract/check.ts';
import { lifeTerm } from '../life/life-term.ts';
import { converse, drop } from '../testing/conversation.ts';
import { HistoryBuilder } from '../testing/history-builder.ts';
import { judgeOne } from '../testing/judge-one.ts';

const never: CheckDeclaration = {
  ...lifeTerm,
  id: 'TEST',
  open: () => ({
    step() {},
    end: () => ({ verdict: 'pass', exercised: 0, evidence: [] }),
  }),
};

describe('a verdict rests on evidence', () => {
  it('is unknown where nothing was judged', () => {
    expect(judgeOne(never, converse())).toMatchObject({ verdict: 'unknown', exercised: 0 });
  });

  it('is unknown for an empty history', () => {
    expect(judgeOne(lifeTerm, new HistoryBuilder()).verdict).toBe('unknown');
  });

  it('is unknown for a check that no fault was shown to turn red', () => {
    const { verdict, reason } = judgeOne({ ...lifeTerm, provenBy: [] }, converse());
    expect(verdict).toBe('unknown');
    expect(reason).toContain('no fault');
  });

  it('is unknown, with the error, for a check that throws', () => {
    const throwing: CheckDeclaration = {
      ...never,
      open: () => ({
        step() {
          throw new Error('broken inside');
        },
        end: () => ({ verdict: 'pass', exercised: 1, evidence: [] }),
      }),
    };
    expect(judgeOne(throwing, converse())).toMatchObject({
      verdict: 'unknown',
      reason: 'harness-error: the check crashed (broken inside)',
    });
  });

  it('is not applicable, with the reason, where the promises leave the check out', () => {
    const result = judgeOne({ ...lifeTerm, applies: () => 'no such promise' }, converse());
    expect(result).toMatchObject({ verdict: 'not-applicable', reason: 'no such promise' });
  });
});

it('a witness carries the raw bytes of its records', () => {
  const built = converse({ alter: drop('agent_completed'), end: 'deadline' });
  const [witness] = judgeOne(lifeTerm, built).witnesses;
  expect(witness?.raw.map(({ n }) => n)).toEqual(witness?.records);
  expect(witness?.raw[0]?.text).toContain('"run":"r1"');
});
