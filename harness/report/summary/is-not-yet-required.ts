import type { CriterionResult } from '../../contract/gate.ts';

/** It belongs to a later phase and does not pass: worth seeing, and nobody's failure. */
export function isNotYetRequired(
  criterion: Pick<CriterionResult, 'phase' | 'required' | 'verdict'>,
): boolean {
  return criterion.phase !== undefined && !criterion.required && criterion.verdict !== 'pass';
}
