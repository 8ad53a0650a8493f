import { describe, expect, it } from 'vitest';
import type { CriterionResult } from '../../contract/gate.ts';
import type { Result } from '../../contract/result.ts';
import { failingResult } from '../test-support/sample-results.ts';
import { criteriaShown, shownEntries } from './shown-entries.ts';
import { summarise } from './summarise.ts';

function judged(id: string, verdict: CriterionResult['verdict']): Result {
  const criterion = { id, title: id, required: true, verdict, reason: 'seen', rests_on: [id] };
  const criteria = [{ ...criterion, next: 'do this' }];
  return { ...failingResult, gate: { verdict: 'fail', exit_code: 1, criteria } };
}

describe('entries as they are shown', () => {
  it('name a criterion once that is a check under its own name', () => {
    const result = judged('PAIR-OPEN', 'fail');
    const named = shownEntries(result).filter(({ id }) => id === 'PAIR-OPEN');
    expect(named).toMatchObject([{ kind: 'check', standing: 'fail', next: 'do this' }]);
    expect(criteriaShown(result)).toEqual([]);
    expect(summarise(result).reasons).toMatchObject([{ kind: 'check', id: 'PAIR-OPEN' }]);
  });

  it('keep a criterion that judges worse than its check', () => {
    const result = judged('LIFE-TERM', 'unknown');
    const named = shownEntries(result).filter(({ id }) => id === 'LIFE-TERM');
    expect(named.map(({ kind }) => kind)).toEqual(['criterion', 'check']);
    expect(criteriaShown(result)).toHaveLength(1);
  });
});
