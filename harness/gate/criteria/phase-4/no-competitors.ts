import type { Criterion } from '../../phases/criterion.ts';
import { countFindings } from '../../phases/count-findings.ts';

/** A second implementation in a script or a test is where the next third one is copied from. */
export const noCompetitors: Criterion = {
  id: 'no-competitors',
  phase: 4,
  title: 'zero competing implementations, anywhere in the tree',
  needs: ['audit'],
  limits: { findings: { value: 0, stricter: 'lower', sentence: 'findings that may remain' } },
  judge: ({ audit }, { findings = 0 }, leftOut) =>
    countFindings(audit, ['SSOT001', 'SSOT002', 'SSOT012'], { most: findings, leftOut }),
};
