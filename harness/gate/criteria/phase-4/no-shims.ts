import type { Criterion } from '../../phases/criterion.ts';
import { countFindings } from '../../phases/count-findings.ts';

/** A facade with consumers cannot be taken away. */
export const noShims: Criterion = {
  id: 'no-shims',
  phase: 4,
  title: 'zero shims that anybody still uses',
  needs: ['audit'],
  limits: { findings: { value: 0, stricter: 'lower', sentence: 'findings that may remain' } },
  judge: ({ audit }, { findings = 0 }, leftOut) =>
    countFindings(audit, ['SSOT007'], { most: findings, leftOut }),
};
