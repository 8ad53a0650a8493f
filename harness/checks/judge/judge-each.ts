import type { CheckDeclaration } from '../../contract/check.ts';
import type { CheckResult } from '../../contract/check-result.ts';
import type { Promises } from '../../contract/promises.ts';
import { checkTable } from '../check-table.ts';
import { dressWitness } from '../witness/dress-witness.ts';
import { gatherNamed, gatherParts, type EachRecord } from '../witness/gather-parts.ts';
import { shrinkWitness } from '../witness/shrink-witness.ts';
import { createJudge, type JudgeOptions } from './judge.ts';

/**
 * Judges a history that can be gone through again and again, and need not fit into memory: once to judge, and only
 * where something is to be shown twice more, for the records that show it. The witness of each failure is a smallest
 * sub-history: without any one of its records the check no longer fails.
 */
export function judgeEach(
  promises: Promises,
  each: EachRecord,
  options: Omit<JudgeOptions, 'recall'> = {},
): CheckResult[] {
  const { checks = checkTable } = options;
  const judge = createJudge(promises, { ...options, checks });
  each((record) => judge.step(record));
  const results = judge.end();
  const witnesses = results.flatMap((result) => result.witnesses);
  if (witnesses.length === 0) return results;
  const named = gatherNamed(each, witnesses);
  const failed = results.flatMap(({ verdict, witnesses: own }) => (verdict === 'fail' ? own : []));
  const partsOf = gatherParts(each, failed, named);
  const known = new Map(named);
  for (const parts of partsOf.values()) {
    for (const record of parts.flat()) known.set(record.n, record);
  }
  const dress = dressWitness({ ...options, recall: (n) => known.get(n) });
  const finish = (result: CheckResult, check: CheckDeclaration | undefined): CheckResult => ({
    ...result,
    witnesses: result.witnesses.map((witness) => {
      const parts = partsOf.get(witness);
      if (parts === undefined || check === undefined) return dress(result.id, witness);
      const records = [...shrinkWitness(promises, check, witness, parts)];
      return dress(result.id, { ...witness, records });
    }),
  });
  return results.map((result, index) => finish(result, checks[index]));
}
