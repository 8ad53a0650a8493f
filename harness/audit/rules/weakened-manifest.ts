import type { AuditManifest, AuditRole } from '../../contract/audit-manifest.ts';
import type { FindingDraft, FormerPaths } from './identity.ts';

/** A role as it would be written had no file moved. */
function asBefore(role: AuditRole, former: FormerPaths): AuditRole {
  const symbol = (written: string): string => {
    const colon = written.indexOf(':');
    return (former.get(written.slice(0, colon)) ?? written.slice(0, colon)) + written.slice(colon);
  };
  return {
    ...role,
    canonical: symbol(role.canonical),
    aliases: role.aliases.map((alias) => former.get(alias) ?? alias),
    allow: role.allow.map((each) => ({ ...each, symbol: symbol(each.symbol) })),
    deprecated: role.deprecated.map((each) => ({ ...each, symbol: symbol(each.symbol) })),
  };
}

function weakenedRole(
  before: AuditRole,
  present: AuditRole | undefined,
  former: FormerPaths,
): string[] {
  if (present === undefined) return ['the role is gone'];
  const after = asBefore(present, former);
  const known = new Set(before.allow.map((allowance) => allowance.symbol));
  return [
    ...(after.canonical === before.canonical ? [] : [`canonical is now ${after.canonical}`]),
    ...(after.threshold > before.threshold
      ? [`threshold raised from ${before.threshold} to ${after.threshold}: less counts as a member`]
      : []),
    ...after.allow
      .filter((allowance) => !known.has(allowance.symbol))
      .map((allowance) => `${allowance.symbol} is newly allowed: ${allowance.reason}`),
    ...added(before.aliases, after.aliases).map(
      (alias) => `${alias} is newly accepted as an import path`,
    ),
    ...added(after.names, before.names).map((glob) => `${glob} no longer counts as this role`),
    ...(after.factoryOf === before.factoryOf
      ? []
      : [`it produced ${before.factoryOf ?? 'nothing'}, and now ${after.factoryOf ?? 'nothing'}`]),
    ...(JSON.stringify(after.api) === JSON.stringify(before.api)
      ? []
      : ['its core members are others than before']),
    ...added(
      after.deprecated.map(({ symbol, removeIn }) => `${symbol} by phase ${removeIn}`),
      before.deprecated.map(({ symbol, removeIn }) => `${symbol} by phase ${removeIn}`),
    ).map((promise) => `the promise to remove ${promise} is gone`),
    ...after.allow.flatMap((allowance) => {
      const earlier = before.allow.find((each) => each.symbol === allowance.symbol);
      if (earlier === undefined) return [];
      return earlier.as === allowance.as && earlier.until === allowance.until
        ? []
        : [`${allowance.symbol} is allowed in another way than before`];
    }),
  ];
}

/** What the second list has and the first one has not. */
function added(before: readonly string[], after: readonly string[]): string[] {
  return after.filter((each) => !before.includes(each));
}

/** What the whole manifest no longer sees, or no longer insists on. */
function weakenedWhole(before: AuditManifest, after: AuditManifest): string[] {
  const globs = (manifest: AuditManifest) =>
    Object.entries(manifest.scopes).flatMap(([scope, list]) =>
      list.map((glob) => `${glob} (${scope})`),
    );
  const order = before.phases.map((phase) => phase.id);
  return [
    ...added(after.roots, before.roots).map((root) => `the root ${root} is no longer read`),
    ...added(globs(before), globs(after)).map((glob) => `${glob} is newly scoped`),
    ...added(globs(after), globs(before))
      .filter((glob) => glob.endsWith('(production)'))
      .map((glob) => `${glob} is no longer production`),
    ...added(before.words.modifiers, after.words.modifiers).map(
      (word) => `"${word}" no longer tells one role from another`,
    ),
    ...added(before.words.kinds, after.words.kinds).map(
      (word) => `names that end in "${word}" no longer count`,
    ),
    ...(after.current !== before.current &&
    order.indexOf(after.current ?? '') < order.indexOf(before.current ?? '')
      ? [`the phase went back from ${before.current ?? 'none'} to ${after.current ?? 'none'}`]
      : []),
    ...after.phases.flatMap((phase) => {
      const earlier = before.phases.find((each) => each.id === phase.id);
      if (earlier === undefined) return [];
      return [
        ...(earlier.gate === 'block' && phase.gate === 'warn'
          ? [`phase ${phase.id} only warns now`]
          : []),
        ...(earlier.due !== undefined && (phase.due === undefined || phase.due > earlier.due)
          ? [`phase ${phase.id} is due later than ${earlier.due}`]
          : []),
      ];
    }),
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
  former: FormerPaths = new Map(),
): FindingDraft[] {
  const roles = before.roles.flatMap((role) =>
    weakenedRole(
      role,
      after.roles.find((each) => each.id === role.id),
      former,
    ).map((text) => ({
      role: role.id,
      text,
    })),
  );
  const whole = weakenedWhole(before, after).map((text) => ({ role: undefined, text }));
  return [...whole, ...roles, ...raisedBudgets(before, after)].map(({ role, text }) => ({
    rule: 'SSOT013',
    ...(role === undefined ? {} : { role }),
    scope: 'manifest',
    path,
    line: 1,
    symbol: role ?? '',
    target: text,
    message: role === undefined ? text : `${role}: ${text}`,
  }));
}
