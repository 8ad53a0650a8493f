import type { AuditFacts } from '../../contract/audit.ts';
import type { AuditRatchet } from '../../contract/audit-ratchet.ts';
import type { CriterionResult } from '../../contract/gate.ts';

/** One criterion per role, and one for everything else the rules found: required once a baseline says where it began. */
export function judgeAudit(
  facts: AuditFacts,
  ratchet: AuditRatchet | undefined,
): CriterionResult[] {
  const roles = facts.roles.map((role): CriterionResult => {
    const count = role.production_count;
    return {
      id: `role:${role.id}`,
      title: `one implementation of ${role.id}`,
      required: ratchet === undefined,
      verdict: count === 1 ? 'pass' : 'fail',
      reason: `${count} in production, 1 expected, ${facts.read.files} files read`,
      rests_on: ['SSOT001', 'SSOT002'],
    };
  });
  return [...roles, ratchet === undefined ? judgeFindings(facts) : judgeAgainst(ratchet)];
}

function judgeFindings({ findings }: AuditFacts): CriterionResult {
  const certain = findings.filter(({ confidence }) => confidence === 'certain').length;
  return {
    id: 'findings',
    title: 'nothing breaks a rule',
    required: false,
    verdict: certain === 0 ? 'pass' : 'fail',
    reason: `${certain} findings, and no baseline to hold them against`,
    rests_on: ['SSOT003', 'SSOT014'],
    ...(certain === 0 ? {} : { next: 'golden-path audit --record writes the first baseline' }),
  };
}

function judgeAgainst({ verdict, fresh, stale, expired, budgets }: AuditRatchet): CriterionResult {
  const over = budgets.filter(({ count, budget }) => count > budget).length;
  return {
    id: 'ratchet',
    title: 'violations only shrink',
    required: true,
    verdict,
    reason: `${fresh.length} new, ${stale.length} gone but still listed, ${expired.length} expired, ${over} budgets exceeded`,
    rests_on: fresh.slice(0, 20),
    ...(stale.length > 0 && fresh.length === 0
      ? { next: 'golden-path audit --shrink commits the smaller baseline' }
      : {}),
  };
}
