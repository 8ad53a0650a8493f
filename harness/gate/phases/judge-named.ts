import type { CheckResult } from '../../contract/check-result.ts';
import { mergeVerdicts } from '../../contract/verdict.ts';
import type { Judgement } from './criterion.ts';
import { plural } from './plural.ts';

/** Merges checks by id: one that is missing, or met nothing, is no evidence. */
export function judgeNamed(checks: readonly CheckResult[], ids: readonly string[]): Judgement {
  const found = ids.map((id) => ({ id, check: checks.find((one) => one.id === id) }));
  const verdict = mergeVerdicts(found.map(({ check }) => check?.verdict ?? 'unknown'));
  const told = found.filter(({ check }) => (check?.verdict ?? 'unknown') === verdict);
  if (verdict === 'pass') {
    const met = found.reduce((sum, { check }) => sum + (check?.exercised ?? 0), 0);
    const reason = `${plural(told.length, 'check')} held, ${plural(met, 'time')} met`;
    return { verdict, reason, rests_on: ids };
  }
  const sentences = told.map(({ id, check }) => `${id} ${describe(check)}`);
  const first = told.find(({ check }) => check?.witnesses[0]?.replay !== undefined);
  return {
    verdict,
    reason: sentences.slice(0, 2).join('; ') + (told.length > 2 ? `; ${told.length - 2} more` : ''),
    rests_on: told.map(({ id }) => id),
    next: first?.check?.witnesses[0]?.replay ?? `golden-path explain ${told[0]?.id ?? ''}`,
  };
}

function describe(check: CheckResult | undefined): string {
  if (check === undefined) return 'was not judged';
  if (check.verdict !== 'fail') return check.reason ?? 'met nothing';
  const count = check.witnesses.length + check.further_failures;
  const however = check.witnesses[0]?.however;
  return `failed ${plural(count, 'time')}${however === undefined ? '' : `: ${however}`}`;
}
