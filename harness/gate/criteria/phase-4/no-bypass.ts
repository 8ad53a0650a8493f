import type { Criterion } from '../../phases/criterion.ts';
import { countFindings } from '../../phases/count-findings.ts';

/** Whoever imports around it keeps what was replaced alive. */
export const noBypass: Criterion = {
  id: 'no-bypass',
  phase: 4,
  title: 'zero imports around the canonical module',
  needs: ['audit'],
  limits: { findings: { value: 0, stricter: 'lower', sentence: 'findings that may remain' } },
  judge: ({ audit }, { findings = 0 }, leftOut) =>
    countFindings(audit, ['SSOT003', 'SSOT004', 'SSOT006'], { most: findings, leftOut }),
};
