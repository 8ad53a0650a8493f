import type { AuditFinding } from '../../contract/audit.ts';
import { identitiesOf } from './judge-ratchet.ts';
import type { AuditBaselineEntry } from '../../contract/audit-ratchet.ts';

/** The baseline without entries whose violation is gone. It never adds any; what moved is written as it is now. */
export function shrinkBaseline(
  baseline: readonly AuditBaselineEntry[],
  findings: readonly AuditFinding[],
): AuditBaselineEntry[] {
  const found = new Map(
    findings.flatMap((finding) =>
      identitiesOf(finding).map((identity) => [identity, finding] as const),
    ),
  );
  return baseline.flatMap((entry) => {
    const finding = found.get(entry.identity);
    if (finding === undefined) return [];
    const { since, reason, until } = entry;
    return [entryOf(finding, { since, reason, ...(until === undefined ? {} : { until }) })];
  });
}

function entryOf(
  finding: AuditFinding,
  terms: { readonly since: string; readonly reason: string; readonly until?: string },
): AuditBaselineEntry {
  const { identity, rule, role, scope, path, symbol } = finding;
  return { identity, rule, ...(role === undefined ? {} : { role }), scope, path, symbol, ...terms };
}

/** The first baseline of a tree: everything certain that is there today. */
export function recordBaseline(
  findings: readonly AuditFinding[],
  since: string,
): AuditBaselineEntry[] {
  return findings
    .filter((finding) => finding.confidence === 'certain')
    .map((finding) => entryOf(finding, { since, reason: 'there when the ratchet began' }));
}

/** Accepts further violations, each with a reason and the last phase for which it is good. */
export function acceptFindings(
  baseline: readonly AuditBaselineEntry[],
  findings: readonly AuditFinding[],
  terms: { readonly since: string; readonly reason: string; readonly until: string },
): AuditBaselineEntry[] {
  const known = new Set(baseline.map((entry) => entry.identity));
  return [
    ...baseline,
    ...findings
      .filter((finding) => !identitiesOf(finding).some((identity) => known.has(identity)))
      .map((finding) => entryOf(finding, terms)),
  ];
}
