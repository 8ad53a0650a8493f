import type { AuditFacts } from '../../contract/audit.ts';
import type { AuditRule } from '../../contract/audit-rules.ts';
import type { Judgement } from './criterion.ts';
import { noEvidence } from './no-evidence.ts';
import { plural } from './plural.ts';

interface Tolerance {
  /** Findings that may remain. */
  readonly most: number;
  /** Scopes that do not count. */
  readonly leftOut: readonly string[];
}

/** Passes when the audit read something and these rules found nothing certain, in any scope that counts. */
export function countFindings(
  facts: AuditFacts | undefined,
  rules: readonly AuditRule[],
  { most, leftOut }: Tolerance,
): Judgement {
  if (facts === undefined || facts.read.files === 0) return noEvidence('the source was not read');
  if (facts.roles.length === 0) return noEvidence('no role is declared');
  const found = facts.findings.filter(
    ({ rule, confidence, scope }) =>
      confidence === 'certain' && rules.includes(rule) && !leftOut.includes(scope),
  );
  const [first] = found;
  const counted = Object.entries(facts.read.scopes).filter(([scope]) => !leftOut.includes(scope));
  if (counted.length === 0) return noEvidence('no scope is left to count in');
  if (first === undefined || found.length <= most) {
    const files = counted.reduce((sum, [, count]) => sum + count, 0);
    const some = found.length === 0 ? 'none' : `${found.length}, ${most} may remain,`;
    const reason = `${some} in ${plural(files, 'file')} of ${plural(counted.length, 'scope')}`;
    return { verdict: 'pass', reason, rests_on: rules };
  }
  const scopes = [...Map.groupBy(found, ({ scope }) => scope)].map(
    ([scope, group]) => `${group.length} in ${scope}`,
  );
  return {
    verdict: 'fail',
    reason: `${plural(found.length, 'finding')} (${scopes.join(', ')}): ${first.path}:${first.line} ${first.message}`,
    rests_on: rules.filter((rule) => found.some((one) => one.rule === rule)),
    next: 'golden-path audit lists them at their lines',
  };
}
