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
 * within its budget, and the phase is not over. A new violation fails even if another one went away: counts alone
 * are a trade. Also says whether the phase after it may begin.
 * @param when.phase id of the phase to judge by; default the current one
 * @param when.today `YYYY-MM-DD`; without it no phase is overdue
 */
export function judgeRatchet(
  findings: readonly AuditFinding[],
  baseline: readonly AuditBaselineEntry[],
  manifest: AuditManifest,
  when: { readonly phase?: string | undefined; readonly today?: string } = {},
): AuditRatchet {
  const phase = when.phase ?? manifest.current;
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
  const at = manifest.phases.findIndex((each) => each.id === phase);
  const present = manifest.phases[at];
  const budgets = budgetRows(certain, present);
  const overdue = overdueOf(present, when.today);
  const next = at === -1 ? undefined : nextPhase(certain, manifest.phases[at + 1]);
  const failed =
    overdue?.gate === 'block' ||
    fresh.length > 0 ||
    stale.length > 0 ||
    expired.length > 0 ||
    budgets.some((row) => row.count > row.budget);
  return {
    verdict: failed ? 'fail' : 'pass',
    fresh,
    stale,
    expired,
    budgets,
    ...(next === undefined ? {} : { next }),
    ...(overdue === undefined ? {} : { overdue }),
  };
}

function overdueOf(phase: Phase | undefined, today: string | undefined): AuditRatchet['overdue'] {
  if (phase?.due === undefined || today === undefined || today <= phase.due) return undefined;
  return { due: phase.due, gate: phase.gate };
}

/** A phase may begin only when the findings of today are within its budgets already. */
function nextPhase(
  certain: readonly AuditFinding[],
  phase: Phase | undefined,
): AuditRatchet['next'] {
  if (phase === undefined) return undefined;
  const over = budgetRows(certain, phase).filter((row) => row.count > row.budget);
  return { phase: phase.id, may_begin: over.length === 0, over };
}
