import { expect, test } from 'vitest';
import type { CheckResult } from '../../harness/contract/check-result.ts';
import { verdictOfCell } from './verdict-of-cell.ts';

const result = (id: string, rest: Partial<CheckResult>): CheckResult =>
  ({ id, level: 'MUST', verdict: 'pass', exercised: 1, witnesses: [], ...rest }) as CheckResult;

const unmet = { verdict: 'unknown', exercised: 0, cause: 'never-exercised' } as const;

test.each([
  ['target wrong', [result('PAIR-OPEN', { verdict: 'fail' }), result('PAIR-GHOST', {})]],
  ['false advertising', [result('RES-GAP', { verdict: 'fail' })]],
  ['not offered', [result('RES-GAP', { verdict: 'not-applicable', exercised: 0 })]],
  ['never met', [result('AUTH-DENY', unmet), result('AUTH-STALE', unmet)]],
  ['harness wrong', [result('TXT-CONCAT', { verdict: 'unknown', cause: 'harness-error' })]],
  ['not decided', [result('META-LAG', { verdict: 'unknown', cause: 'undecided' })]],
] as const)('a cell says whose fault it is: %s', (blame, results) => {
  expect(verdictOfCell(results).blame).toBe(blame);
});

test('what one check never met is no doubt about the others', () => {
  const cell = verdictOfCell([result('ORD-PO', { exercised: 3 }), result('ORD-CLOCK', unmet)]);
  expect(cell).toMatchObject({ verdict: 'pass', exercised: 3 });
});

test('a crash of a check is shown before what passed', () => {
  const broken = result('ORD-PO', { verdict: 'unknown', exercised: 0, cause: 'harness-error' });
  expect(verdictOfCell([result('ORD-PAIR', {}), broken]).verdict).toBe('unknown');
});
