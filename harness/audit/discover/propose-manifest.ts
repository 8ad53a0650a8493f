import type { AuditFacts } from '../../contract/audit.ts';
import {
  AuditManifestSchema,
  type AuditManifest,
  type AuditManifestInput,
} from '../../contract/audit-manifest.ts';
import type { AuditProposal } from '../../contract/audit-proposal.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { auditSources } from '../audit-tree.ts';
import { loadModel } from '../model/load-model.ts';
import type { SourceSet } from '../source/source-set.ts';
import { findFactories } from '../factories/find-factories.ts';
import { production } from '../source/scope-of.ts';
import { discoverRoles } from './discover-roles.ts';

export interface Discovery {
  readonly proposals: readonly AuditProposal[];
  /** A manifest with the proposed roles, their factories, and today's counts as the budget of one phase. */
  readonly manifest: AuditManifest;
  readonly facts: AuditFacts;
}

/** The function or class that gives out most of a role's members, as a factory role of its own. */
function factoryRole(
  model: AuditModel,
  proposal: AuditProposal,
  id: string,
): NonNullable<AuditManifestInput['roles']>[number] | undefined {
  const products = new Set(proposal.members.map((member) => `${member.path}:${member.symbol}`));
  const factories = findFactories(model, products).filter(
    (factory) => factory.scope === production,
  );
  const canonical =
    factories.find((factory) => factory.sources.includes(proposal.canonical)) ?? factories[0];
  if (canonical === undefined) return undefined;
  return { id: `${id}-factory`, lang: proposal.lang, canonical: canonical.id, factoryOf: id };
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

/** Today's counts per role, rule and scope, as budgets. */
function budgetOf(facts: AuditFacts): Record<string, Record<string, Record<string, number>>> {
  const budget: Record<string, Record<string, Record<string, number>>> = {};
  for (const { role, rule, scope, confidence } of facts.findings) {
    if (role === undefined || confidence !== 'certain') continue;
    const scopes = ((budget[role] ??= {})[rule] ??= {});
    scopes[scope] = (scopes[scope] ?? 0) + 1;
  }
  return budget;
}

/**
 * Looks at a tree without a manifest: proposes roles with their canonical modules and factories, and audits by
 * that proposal. Throws HarnessError AUDIT_NOTHING_READ when no file was read.
 */
export function discover(sources: SourceSet): Discovery {
  const empty = AuditManifestSchema.parse({});
  const { model } = loadModel(sources, empty);
  const proposals = (['py', 'ts'] as const).flatMap((lang) => discoverRoles(model, lang));
  const ids = uniqueIds(proposals);
  const roles = proposals.flatMap((proposal, index) => {
    const id = ids[index] ?? proposal.id;
    const factory = factoryRole(model, proposal, id);
    const role = { id, lang: proposal.lang, canonical: proposal.canonical };
    return factory === undefined ? [role] : [role, factory];
  });
  const draft = AuditManifestSchema.parse({ roles });
  const facts = auditSources(sources, draft);
  const manifest = AuditManifestSchema.parse({
    ...draft,
    phases: [{ id: 'today', budget: budgetOf(facts) }],
    current: 'today',
  });
  return { proposals, manifest, facts };
}
