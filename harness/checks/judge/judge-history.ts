import type { CheckResult } from '../../contract/check-result.ts';
import type { History } from '../../contract/history.ts';
import type { JudgeOptions } from './judge.ts';
import { judgeEach } from './judge-each.ts';

/** Judges a history in memory. */
export function judgeHistory(
  { header, records }: History,
  options: Omit<JudgeOptions, 'recall'> = {},
): CheckResult[] {
  const each: Parameters<typeof judgeEach>[1] = (take) => {
    for (const record of records) take(record);
  };
  return judgeEach(header.promises, each, options);
}
