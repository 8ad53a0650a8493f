import { auditRules, type AuditRule } from '../../contract/audit-rules.ts';
import type { AuditFacts, AuditFinding } from '../../contract/audit.ts';
import type { Entry } from '../summary/entry.ts';

interface AuditCase {
  readonly role: string;
  readonly entry: Entry;
  readonly text: string;
}

interface Cell {
  readonly role: string;
  readonly rule: AuditRule;
  readonly scope: string;
  readonly findings: readonly AuditFinding[];
}

/**
 * One case per role, rule and scope, by names that stay the same while counts change, so that trend tools can
 * follow them. It fails on what the ratchet calls new or over budget; without a ratchet it only warns.
 */
export function auditCases(audit: AuditFacts | undefined): AuditCase[] {
  if (audit === undefined) return [];
  const certain = audit.findings.filter(({ confidence }) => confidence === 'certain');
  const cells = Map.groupBy(certain, (finding) =>
    [finding.role ?? 'no role', finding.rule, finding.scope].join('\n'),
  );
  for (const { role, rule, scope } of audit.ratchet?.budgets ?? []) {
    const key = [role, rule, scope].join('\n');
    if (!cells.has(key)) cells.set(key, []);
  }
  return [...cells]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, findings]) => {
      const [role = '', rule = '', scope = ''] = key.split('\n');
      return caseOf({ role, rule: rule as AuditRule, scope, findings }, audit.ratchet);
    });
}

function caseOf(cell: Cell, ratchet: AuditFacts['ratchet']): AuditCase {
  const { role, rule, scope, findings } = cell;
  const fresh = new Set(ratchet?.fresh);
  const shown =
    ratchet === undefined ? findings : findings.filter(({ identity }) => fresh.has(identity));
  const budget = ratchet?.budgets.find(
    (row) => row.role === role && row.rule === rule && row.scope === scope,
  )?.budget;
  const over = budget !== undefined && findings.length > budget;
  const standing = shown.length === 0 && !over ? 'pass' : ratchet === undefined ? 'warn' : 'fail';
  const limit = budget === undefined ? '' : `, budget ${budget}`;
  const news = ratchet === undefined ? '' : `, ${shown.length} new`;
  return {
    role,
    entry: {
      kind: 'criterion',
      id: `${rule} [${scope}]`,
      title: auditRules[rule],
      standing,
      ...(standing === 'pass' ? {} : { reason: `${findings.length} found${news}${limit}` }),
    },
    text: shown.map(({ path, line, message }) => `${path}:${line} ${message}`).join('\n'),
  };
}
