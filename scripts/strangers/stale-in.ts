import type { CheckResult } from '../../harness/contract/check-result.ts';

/** Known failures whose check passed, on evidence, wherever it was exercised: nobody needs to know them any more. */
export function staleIn(
  results: readonly Pick<CheckResult, 'id' | 'verdict'>[],
  known: readonly string[],
): string[] {
  const gave = (id: string, wanted: CheckResult['verdict']): boolean =>
    results.some((result) => result.id === id && result.verdict === wanted);
  return known.filter((id) => gave(id, 'pass') && !gave(id, 'fail'));
}
