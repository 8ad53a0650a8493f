import type { AuditManifest, AuditRole } from '../../contract/audit-manifest.ts';
import type { FindingDraft } from './identity.ts';

function weakenedRole(before: AuditRole, after: AuditRole | undefined): string[] {
  if (after === undefined) return ['the role is gone'];
  const known = new Set(before.allow.map((allowance) => allowance.symbol));
  return [
    ...(after.canonical === before.canonical ? [] : [`canonical is now ${after.canonical}`]),
    ...(after.threshold > before.threshold
      ? [`threshold raised from ${before.threshold} to ${after.threshold}: less counts as a member`]
      : []),
    ...after.allow
      .filter((allowance) => !known.has(allowance.symbol))
      .map((allowance) => `${allowance.symbol} is newly allowed: ${allowance.reason}`),
    ...after.aliases
      .filter((alias) => !before.aliases.includes(alias))
      .map((alias) => `${alias} is newly accepted as an import path`),
  ];
}

/** Budgets of a phase that allow more than they did, one line each. */
function raisedBudgets(
  before: AuditManifest,
  after: AuditManifest,
): { role: string; text: string }[] {
  return after.phases.flatMap((phase) => {
    const earlier = before.phases.find((each) => each.id === phase.id);
    return Object.entries(phase.budget).flatMap(([role, rules]) =>
      Object.entries(rules).flatMap(([rule, scopes]) =>
        Object.entries(scopes).flatMap(([scope, limit]) => {
          const was = earlier?.budget[role]?.[rule]?.[scope] ?? 0;
          return limit > was
            ? [
                {
                  role,
                  text: `phase ${phase.id} allows ${limit} ${rule} in ${scope}, before ${was}`,
                },
              ]
            : [];
        }),
      ),
    );
  });
}

/**
 * SSOT013: what a change of the manifest lets through that was refused before. A change cannot buy green in silence.
 * @param before the manifest at the merge base @param path of the manifest, for the finding
 */
export function findWeakenedManifest(
  before: AuditManifest,
  after: AuditManifest,
  path: string,
): FindingDraft[] {
  const roles = before.roles.flatMap((role) =>
    weakenedRole(
      role,
      after.roles.find((each) => each.id === role.id),
    ).map((text) => ({
      role: role.id,
      text,
    })),
  );
  return [...roles, ...raisedBudgets(before, after)].map(({ role, text }) => ({
    rule: 'SSOT013',
    role,
    scope: 'manifest',
    path,
    line: 1,
    symbol: role,
    target: text,
    message: `${role}: ${text}`,
  }));
}
