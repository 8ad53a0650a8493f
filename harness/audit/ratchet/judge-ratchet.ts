import type { AuditFinding } from '../../contract/audit.ts';
import type { AuditManifest } from '../../contract/audit-manifest.ts';
import type { AuditBaselineEntry, AuditRatchet } from '../../contract/audit-ratchet.ts';

type Phase = AuditManifest['phases'][number];

/** Every role × rule × scope that has findings or a budget, with both numbers. */
function budgetRows(
  findings: readonly AuditFinding[],
  phase: Phase | undefined,
): AuditRatchet['budgets'] {
  if (phase === undefined) return [];
  const rows = new Map<string, AuditRatchet['budgets'][number]>();
  const row = (role: string, rule: string, scope: string) => {
    const key = [role, rule, scope].join('\n');
    const known = rows.get(key);
    if (known !== undefined) return known;
    const made = { role, rule, scope, count: 0, budget: phase.budget[role]?.[rule]?.[scope] ?? 0 };
    rows.set(key, made);
    return made;
  };
  for (const [role, rules] of Object.entries(phase.budget))
    for (const [rule, scopes] of Object.entries(rules))
      for (const scope of Object.keys(scopes)) row(role, rule, scope);
  for (const finding of findings)
    if (finding.role !== undefined) row(finding.role, finding.rule, finding.scope).count += 1;
  return [...rows].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, each]) => each);
}

/** What the baseline may know a finding by: what it is now, and what it was before its file moved. */
export function identitiesOf({ identity, former_identity: former }: AuditFinding): string[] {
  return former === undefined ? [identity] : [identity, former];
}

/**
 * Judges findings against the baseline and the budget of a phase. It passes only when every certain finding is
 * in the baseline, every entry of the baseline still has its finding, none has expired, and every count is
 * within its budget. A new violation fails even if another one went away: counts alone are a trade.
 * @param phase id of the phase to judge by; default the current one
 */
export function judgeRatchet(
  findings: readonly AuditFinding[],
  baseline: readonly AuditBaselineEntry[],
  manifest: AuditManifest,
  phase = manifest.current,
): AuditRatchet {
  const certain = findings.filter((finding) => finding.confidence === 'certain');
  const found = new Set(certain.flatMap(identitiesOf));
  const accepted = new Set(baseline.map((entry) => entry.identity));
  const order = manifest.phases.map((each) => each.id);
  const isOver = (until: string | undefined) =>
    until !== undefined && phase !== undefined && order.indexOf(until) < order.indexOf(phase);
  const fresh = certain
    .filter((finding) => !identitiesOf(finding).some((identity) => accepted.has(identity)))
    .map((finding) => finding.identity)
    .toSorted();
  const stale = [...accepted].filter((identity) => !found.has(identity)).toSorted();
  const expired = baseline
    .filter((entry) => isOver(entry.until))
    .map((entry) => entry.identity)
    .toSorted();
  const budgets = budgetRows(
    certain,
    manifest.phases.find((each) => each.id === phase),
  );
  const failed =
    fresh.length > 0 ||
    stale.length > 0 ||
    expired.length > 0 ||
    budgets.some((row) => row.count > row.budget);
  return { verdict: failed ? 'fail' : 'pass', fresh, stale, expired, budgets };
}

/** True when the findings of today already hold the budgets of a later phase: only then may it begin. */
export function mayAdvance(
  findings: readonly AuditFinding[],
  manifest: AuditManifest,
  next: string,
): boolean {
  const certain = findings.filter((finding) => finding.confidence === 'certain');
  const phase = manifest.phases.find((each) => each.id === next);
  return phase !== undefined && budgetRows(certain, phase).every((row) => row.count <= row.budget);
}
