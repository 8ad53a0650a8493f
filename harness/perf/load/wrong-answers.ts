import type { CheckResult } from '../../contract/check-result.ts';

/**
 * Why speed is worth nothing: the MUST checks that failed over the same history. Latency checks are left out,
 * because the measurements judge latency themselves, with limits of their own.
 */
export function describeWrongAnswers(checks: readonly CheckResult[]): string | undefined {
  const failed = checks.filter(
    ({ level, verdict, id }) => level === 'MUST' && verdict === 'fail' && !id.startsWith('LAT-'),
  );
  const ids = [...new Set(failed.map(({ id }) => id))].toSorted();
  return ids.length === 0 ? undefined : `the answers were wrong: ${ids.join(', ')}`;
}
