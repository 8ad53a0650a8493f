import type { CheckResult } from '../../harness/contract/check-result.ts';
import { alarmsOf } from '../../harness/faults/matrix/judge-cell.ts';

/** Ids of the checks that raise an alarm: a MUST that failed, or any that crashed, which is the fault of the harness. */
export function alarmsIn(results: readonly CheckResult[]): string[] {
  return alarmsOf(
    results.filter(({ level, cause }) => level === 'MUST' || cause === 'harness-error'),
  );
}
