import type { CheckResult } from '../../contract/check-result.ts';

/**
 * What is missing for these checks to count as passed: one line per check that is not green, or green without ever
 * having met what it judges, or not there at all. A suite asserts that this is empty.
 */
export function unmet(checks: readonly CheckResult[], ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const check = checks.find((one) => one.id === id);
    if (check === undefined) return [`${id}: there is no such check`];
    if (check.verdict === 'not-applicable') return [];
    if (check.verdict === 'pass' && check.exercised > 0) return [];
    const [witness] = check.witnesses;
    const why = witness === undefined ? check.reason : `${witness.must} ${witness.however}`;
    return [`${id}: ${check.verdict}, met ${check.exercised} times. ${why ?? ''}`.trimEnd()];
  });
}
