import type { CheckResult } from '../../contract/check-result.ts';
import type { CriterionResult } from '../../contract/gate.ts';
import type { Result } from '../../contract/result.ts';

/** Each check is a criterion; a SHOULD is required only in strict mode. */
export function judgeChecks(result: Result, strict: boolean): CriterionResult[] {
  return result.checks.map((check) => ({
    id: check.id,
    title: check.title,
    required: check.level === 'MUST' || strict,
    verdict: check.verdict,
    reason: reasonOf(check),
    rests_on: [check.id],
    ...(check.verdict === 'pass' || check.verdict === 'not-applicable'
      ? {}
      : { next: check.witnesses[0]?.replay ?? `golden-path explain ${check.id}` }),
  }));
}

function reasonOf(check: CheckResult): string {
  const [witness] = check.witnesses;
  if (check.verdict === 'fail' && witness !== undefined) {
    const count = check.witnesses.length + check.further_failures;
    return `failed ${count} times, met ${check.exercised} times: ${witness.however}`;
  }
  if (check.reason !== undefined) return check.reason;
  return `met ${check.exercised} times`;
}
