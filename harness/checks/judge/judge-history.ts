import type { CheckDeclaration } from '../../contract/check.ts';
import type { CheckResult } from '../../contract/check-result.ts';
import type { History, HistoryRecord } from '../../contract/history.ts';
import { checkTable } from '../check-table.ts';
import { dressWitness } from '../witness/dress-witness.ts';
import { shrinkWitness } from '../witness/shrink-witness.ts';
import { createJudge, type JudgeOptions } from './judge.ts';

/**
 * Judges a history in memory. The witness of each failure is a smallest sub-history: without any one of its records
 * the check no longer fails.
 */
export function judgeHistory(
  history: History,
  options: Omit<JudgeOptions, 'recall'> = {},
): CheckResult[] {
  const { checks = checkTable } = options;
  const byNumber = new Map<number, HistoryRecord>(
    history.records.map((record) => [record.n, record]),
  );
  const recall = (n: number): HistoryRecord | undefined => byNumber.get(n);
  const judge = createJudge(history.header.promises, { ...options, checks, recall });
  for (const record of history.records) judge.step(record);
  const dress = dressWitness({ ...options, recall });
  const shrink = (result: CheckResult, check: CheckDeclaration | undefined): CheckResult => {
    if (result.verdict !== 'fail' || check === undefined) return result;
    const witnesses = result.witnesses.map((witness) =>
      dress(result.id, { ...witness, records: [...shrinkWitness(history, check, witness)] }),
    );
    return { ...result, witnesses };
  };
  return judge.end().map((result, index) => shrink(result, checks[index]));
}
