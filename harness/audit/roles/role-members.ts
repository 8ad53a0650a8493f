import type { AuditMember } from '../../contract/audit.ts';
import type { AuditRole } from '../../contract/audit-manifest.ts';
import { classifyClass } from '../facades/classify-class.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId } from '../model/class-graph.ts';
import { resolveCanonical, type CanonicalSymbol } from './canonical.ts';
import { findFunctionMembers } from './function-members.ts';
import { findMembers, type RoleIndex } from './find-members.ts';
import type { RoleWords } from './role-words.ts';

/** A role of the manifest with everything found for it. */
export interface RoleView {
  readonly role: AuditRole;
  readonly canonical: CanonicalSymbol;
  readonly members: readonly AuditMember[];
}

/** Finds and classifies the members of a role that is carried by classes, objects of functions or plain functions. */
export function viewRole(
  model: AuditModel,
  role: AuditRole,
  index: RoleIndex,
  words: RoleWords,
): RoleView {
  const canonical = resolveCanonical(model, role);
  const node = model.graph.nodes.get(canonical.id);
  if (node === undefined)
    return { role, canonical, members: findFunctionMembers(model, role, canonical, words) };
  const members = findMembers(role, node, model.graph, index, words).map((member): AuditMember => {
    const isCanonical = member.node === node;
    return {
      path: member.node.path,
      line: member.node.fact.line,
      symbol: member.node.fact.qualname,
      scope: member.node.scope,
      class: isCanonical
        ? 'canonical'
        : classifyClass(model, member.node, member.evidence.inherits, words),
      review: member.review,
      evidence: member.evidence,
    };
  });
  return { role, canonical, members };
}

/** Symbols of the classes a factory of this role may give out: all that do the job, review cases aside. */
export function productsOf(view: RoleView): Set<string> {
  return new Set(
    view.members
      .filter((member) => !member.review && member.class !== 'interface')
      .map((member) => symbolId(member.path, member.symbol)),
  );
}
