import type { CheckResult } from '../../contract/check-result.ts';
import type { History } from '../../contract/history.ts';

/**
 * The probe's own event loop stood still, and something could not be judged for it. Nothing failed: a failure is never
 * walked away.
 */
export function isHeldUp(history: History, checks: readonly CheckResult[]): boolean {
  const lagged = history.records.some((one) => one.type === 'harness' && one.notice === 'lag');
  const doubted = checks.some(
    ({ level, verdict, exercised }) => level === 'MUST' && verdict === 'unknown' && exercised > 0,
  );
  return lagged && doubted && checks.every(({ verdict }) => verdict !== 'fail');
}
