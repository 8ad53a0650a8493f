import type { CheckDeclaration } from '../../contract/check.ts';
import type { HistoryRecord } from '../../contract/history.ts';
import type { Promises } from '../../contract/promises.ts';
import type { Evidence } from '../../contract/witness.ts';
import { createJudge } from '../judge/judge.ts';
import { minimise } from './minimise.ts';

/**
 * The smallest sub-history that still fails this check, found by judging parts of the history again, in the order in
 * which they are given. Where none of them fails, the check's own evidence has to do.
 */
export function shrinkWitness(
  promises: Promises,
  check: CheckDeclaration,
  evidence: Evidence,
  parts: readonly (readonly HistoryRecord[])[],
): readonly number[] {
  const fails = (part: readonly HistoryRecord[]): boolean => judgeAlone(promises, check, part);
  for (const part of parts) {
    if (part.length > 0 && fails(part)) return minimise(part, fails).map(({ n }) => n);
  }
  return evidence.records;
}

function judgeAlone(
  promises: Promises,
  check: CheckDeclaration,
  part: readonly HistoryRecord[],
): boolean {
  const judge = createJudge(promises, { checks: [check] });
  for (const record of part) judge.step(record);
  return judge.end()[0]?.verdict === 'fail';
}
