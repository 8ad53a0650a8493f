import { z } from 'zod';

export const VerdictSchema = z.enum(['pass', 'unknown', 'fail', 'not-applicable']);
export type Verdict = z.infer<typeof VerdictSchema>;

const rank = { pass: 0, unknown: 1, fail: 2 } as const;

/**
 * Merges verdicts by the worst one (Jepsen's rule): `pass` < `unknown` < `fail`.
 * `not-applicable` is not scored; merging nothing scored gives `unknown`, because no evidence is never a pass.
 */
export function mergeVerdicts(verdicts: Iterable<Verdict>): Exclude<Verdict, 'not-applicable'> {
  let worst: 'pass' | 'unknown' | 'fail' | undefined;
  for (const verdict of verdicts) {
    if (verdict === 'not-applicable') continue;
    if (worst === undefined || rank[verdict] > rank[worst]) worst = verdict;
  }
  return worst ?? 'unknown';
}
