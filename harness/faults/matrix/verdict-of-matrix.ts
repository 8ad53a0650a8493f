import { mergeVerdicts, type Verdict } from '../../contract/verdict.ts';
import type { KillMatrix } from '../../contract/kill-matrix.ts';

/** One verdict over the matrix: a fault that never bit leaves it open, and so does an empty selection. */
export function verdictOfMatrix({ faults, decoys }: KillMatrix): Verdict {
  return mergeVerdicts([
    ...faults.map(({ verdict }): Verdict =>
      verdict === 'caught' ? 'pass' : verdict === 'no-bite' ? 'unknown' : 'fail',
    ),
    ...decoys.map(({ alarms }): Verdict => (alarms.length === 0 ? 'pass' : 'fail')),
  ]);
}
