import type { CheckResult } from '../../contract/check-result.ts';
import type { Drill } from '../../contract/drill.ts';

/** What was found on each side of a comparison of checks. */
export type SideComparison = Pick<Drill, 'compared_checks' | 'newly_red' | 'own_red'>;

/** Holds what was judged after the revert against what the previous phase does in runs of its own. */
export function compareSides(
  reverted: readonly CheckResult[],
  own: readonly (readonly CheckResult[])[],
): SideComparison {
  const met = new Set(own.flatMap((checks) => checks.filter(isScored).map(({ id }) => id)));
  const ownRed = new Set(own.flatMap((checks) => checks.filter(isRed).map(({ id }) => id)));
  const compared = reverted.filter(isScored).filter(({ id }) => met.has(id));
  return {
    compared_checks: compared.map(({ id }) => id),
    newly_red: compared
      .filter(isRed)
      .filter(({ id }) => !ownRed.has(id))
      .map(({ id, witnesses }) => ({ id, however: witnesses[0]?.however ?? 'it failed' })),
    own_red: [...ownRed].toSorted(),
  };
}

function isScored({ verdict, exercised }: CheckResult): boolean {
  return exercised > 0 && (verdict === 'pass' || verdict === 'fail');
}

function isRed({ verdict }: CheckResult): boolean {
  return verdict === 'fail';
}
