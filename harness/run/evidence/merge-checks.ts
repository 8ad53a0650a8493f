import { mergeResults } from '../../checks/judge/merge-results.ts';
import type { CheckResult } from '../../contract/check-result.ts';

/** Witnesses kept per check; the rest is counted. */
const maxWitnesses = 5;

/** One result per check from the results of many histories, in the order of their ids. */
export function mergeChecks(results: readonly CheckResult[]): CheckResult[] {
  return mergeResults(results)
    .map((result) => ({
      ...result,
      witnesses: result.witnesses.slice(0, maxWitnesses),
      further_failures:
        result.further_failures + Math.max(0, result.witnesses.length - maxWitnesses),
    }))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
