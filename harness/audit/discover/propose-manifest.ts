import type { AuditFacts, AuditLocation, AuditRead, AuditRoleFacts } from '../../contract/audit.ts';
import { AuditManifestSchema, type AuditManifestInput } from '../../contract/audit-manifest.ts';
import type { AuditProposal } from '../../contract/audit-proposal.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { auditModel } from '../audit-tree.ts';
import { loadModel } from '../model/load-model.ts';
import type { SourceSet } from '../source/source-set.ts';
import { findFactories } from '../factories/find-factories.ts';
import { roleFacts } from '../roles/role-facts.ts';
import { viewRoles } from '../roles/view-roles.ts';
import { production } from '../source/scope-of.ts';
import { byDesign } from './by-design.ts';
import { discoverRoles } from './discover-roles.ts';
import { frontDoors } from './front-doors.ts';

/** Only what differs from the defaults, as a person would write it. */
interface ProposedManifest {
  readonly roles: readonly Role[];
  readonly phases: NonNullable<AuditManifestInput['phases']>;
  readonly current: string;
}

export interface Discovery {
  readonly proposals: readonly AuditProposal[];
  /** The surest of the proposed roles with their factories. */
  readonly roles: readonly Role[];
  readonly read: AuditRead;
  /**
   * These roles and two phases: `today` with today's counts as its budget, and `goal`, which allows nothing. Counting
   * takes longer than the rest: every rule is held against the tree.
   */
  readonly proposeManifest: () => ProposedManifest;
}

type Role = NonNullable<AuditManifestInput['roles']>[number];

function aliasesOf(model: AuditModel, canonical: string): Pick<Role, 'aliases'> {
  const aliases = frontDoors(model, canonical);
  return aliases.length === 0 ? {} : { aliases };
}

/** The function or class that gives out most of a role's members, as a factory role of its own. */
function factoryRole(model: AuditModel, proposal: AuditProposal, id: string): Role | undefined {
  const products = new Set(proposal.members.map((member) => `${member.path}:${member.symbol}`));
  const factories = findFactories(model, products).filter(
    (factory) => factory.scope === production,
  );
  const canonical =
    factories.find((factory) => factory.sources.includes(proposal.canonical)) ?? factories[0];
  if (canonical === undefined) return undefined;
  return {
    id: `${id}-factory`,
    lang: proposal.lang,
    canonical: canonical.id,
    ...aliasesOf(model, canonical.id),
    factoryOf: id,
  };
}

/** A tree full of copies has hundreds of groups: nobody declares more roles than these at once. */
const mostDeclared = 20;

function surestFirst(left: AuditProposal, right: AuditProposal): number {
  const importers = ({ members }: AuditProposal) =>
    members.reduce((sum, member) => sum + member.importers, 0);
  return (
    Number(left.by_design !== undefined) - Number(right.by_design !== undefined) ||
    right.confidence - left.confidence ||
    importers(right) - importers(left) ||
    (left.id < right.id ? -1 : 1)
  );
}

/** Ids made different: two proposals may be called alike. */
function uniqueIds(proposals: readonly AuditProposal[]): string[] {
  const used = new Map<string, number>();
  return proposals.map(({ id }) => {
    const count = (used.get(id) ?? 0) + 1;
    used.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
}

/** What gives out the members of a role in production, the proposed canonical factory first. */
function factoriesOf(roles: readonly AuditRoleFacts[], id: string): AuditLocation[] {
  const found = roles.find((role) => role.factory_of === id)?.members ?? [];
  return found
    .filter(
      (member) =>
        member.scope === production && (member.class === 'canonical' || member.class === 'factory'),
    )
    .toSorted(
      (left, right) => Number(right.class === 'canonical') - Number(left.class === 'canonical'),
    )
    .map(({ path, line, symbol }) => ({ path, line, symbol }));
}

const others = new Set(['implementation', 'wrapper', 'facade']);

/** Seen from its canonical one, a group may hold nobody else in production: the audit then has nothing to count. */
function standsAlone({ factory_of: product, members }: AuditRoleFacts): boolean {
  return (
    product === undefined &&
    !members.some(
      (member) => !member.review && member.scope === production && others.has(member.class),
    )
  );
}

/** Roles whose canonical one a surer role counts already: declared too, they would repeat its findings. */
function coveredRoles(roles: readonly AuditRoleFacts[], alone: ReadonlySet<string>): Set<string> {
  const counted = new Set<string>();
  const covered = new Set<string>();
  for (const { id, factory_of: product, canonical, members } of roles) {
    if (product !== undefined || alone.has(id)) continue;
    if (counted.has(`${canonical.path}:${canonical.symbol}`)) {
      covered.add(id);
      continue;
    }
    for (const { path, symbol, review } of members) if (!review) counted.add(`${path}:${symbol}`);
  }
  return covered;
}

/** Today's counts per role, rule and scope, as budgets. */
function budgetOf(
  facts: AuditFacts,
  roles: readonly Role[],
): Record<string, Record<string, Record<string, number>>> {
  const budget: Record<string, Record<string, Record<string, number>>> = {};
  const declared = new Set(roles.map(({ id }) => id));
  for (const { role, rule, scope, confidence } of facts.findings) {
    if (role === undefined || confidence !== 'certain' || !declared.has(role)) continue;
    const scopes = ((budget[role] ??= {})[rule] ??= {});
    scopes[scope] = (scopes[scope] ?? 0) + 1;
  }
  return budget;
}

/**
 * Looks at a tree without a manifest: proposes roles with their canonical modules and factories. Throws HarnessError AUDIT_NOTHING_READ when no file was read.
 */
export function discover(sources: SourceSet): Discovery {
  const empty = AuditManifestSchema.parse({});
  const loaded = loadModel(sources, empty);
  const { model } = loaded;
  const proposals = (['py', 'ts'] as const)
    .flatMap((lang) => discoverRoles(model, lang))
    .map((proposal): AuditProposal => {
      const reason = byDesign(proposal.members);
      return reason === undefined ? proposal : { ...proposal, by_design: reason };
    })
    .toSorted(surestFirst);
  const ids = uniqueIds(proposals);
  const declared = proposals.slice(0, mostDeclared).flatMap((proposal, index): Role[] => {
    if (proposal.by_design !== undefined) return [];
    const id = ids[index] ?? proposal.id;
    const factory = factoryRole(model, proposal, id);
    const { lang, canonical } = proposal;
    const role = { id, lang, canonical, ...aliasesOf(model, canonical) };
    return factory === undefined ? [role] : [role, factory];
  });
  const proposed = AuditManifestSchema.parse({ roles: declared });
  const viewed = viewRoles(model, proposed).map((view) => roleFacts(model, view));
  const alone = new Set(viewed.filter(standsAlone).map(({ id }) => id));
  const covered = coveredRoles(viewed, alone);
  const roles = declared.filter(
    ({ id, factoryOf = id }) => !alone.has(factoryOf) && !covered.has(factoryOf),
  );
  return {
    proposals: proposals.flatMap((proposal, index) => {
      const id = ids[index] ?? '';
      return alone.has(id) ? [] : [{ ...proposal, factories: factoriesOf(viewed, id) }];
    }),
    roles,
    read: loaded.read,
    proposeManifest: () => {
      const budget = budgetOf(auditModel(loaded, sources.root, proposed), roles);
      return { roles, phases: [{ id: 'today', budget }, { id: 'goal' }], current: 'today' };
    },
  };
}
