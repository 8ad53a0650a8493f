import type { CheckDeclaration } from '../../contract/check.ts';
import type { CheckResult } from '../../contract/check-result.ts';
import type { HistoryBuilder } from './history-builder.ts';
import { judgeHistory } from '../judge/judge-history.ts';

/** The result of one check over a built history, for tests. */
export function judgeOne(check: CheckDeclaration, built: HistoryBuilder): CheckResult {
  const [result] = judgeHistory(built.history, { checks: [check] });
  if (result === undefined) throw new TypeError('a judge answers for each of its checks');
  return result;
}
