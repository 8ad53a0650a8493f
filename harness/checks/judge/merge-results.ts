import type { CheckResult } from '../../contract/check-result.ts';
import { mergeVerdicts } from '../../contract/verdict.ts';

/**
 * Joins the results of the same check over several histories, in order of first appearance. The worst verdict wins;
 * a history in which the check met nothing takes no part as long as another one exercised it.
 */
export function mergeResults(results: Iterable<CheckResult>): CheckResult[] {
  const byId = Map.groupBy(results, ({ id }) => id);
  return [...byId.values()].map(mergeOne);
}

function mergeOne(parts: readonly CheckResult[]): CheckResult {
  const spoke = parts.filter(
    // A crash is a finding about the harness and must not be drowned by a history that went well.
    (part) => part.exercised > 0 || part.verdict === 'fail' || part.cause === 'harness-error',
  );
  const heard = spoke.length > 0 ? spoke : parts;
  const applicable = heard.filter(({ verdict }) => verdict !== 'not-applicable');
  const verdict =
    applicable.length === 0
      ? 'not-applicable'
      : mergeVerdicts(applicable.map((part) => part.verdict));
  const decisive = heard.find((part) => part.verdict === verdict) ?? parts[0];
  if (decisive === undefined) throw new TypeError('nothing to merge');
  const { reason: _reason, cause: _cause, ...rest } = decisive;
  return {
    ...rest,
    verdict,
    ...(verdict === 'pass' || decisive.reason === undefined ? {} : { reason: decisive.reason }),
    ...(verdict === 'unknown' && decisive.cause !== undefined ? { cause: decisive.cause } : {}),
    exercised: sum(parts.map(({ exercised }) => exercised)),
    witnesses: parts.flatMap(({ witnesses }) => witnesses),
    further_failures: sum(parts.map(({ further_failures: further }) => further)),
    ...mergeCounts(parts),
  };
}

function mergeCounts(parts: readonly CheckResult[]): Pick<CheckResult, 'counts'> {
  const counts: Record<string, number> = {};
  for (const part of parts) {
    for (const [name, count] of Object.entries(part.counts ?? {})) {
      counts[name] = (counts[name] ?? 0) + count;
    }
  }
  return Object.keys(counts).length === 0 ? {} : { counts };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
