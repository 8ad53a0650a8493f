import type { AuditMemberSurface, AuditSurface } from '../../contract/audit-surface.ts';
import type { FunctionFact } from '../facts/file-facts.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId, type ClassNode } from '../model/class-graph.ts';
import { isConstructor, isPublicMethod } from '../roles/class-shape.ts';
import type { RoleView } from '../roles/role-members.ts';

const receivers = new Set(['self', 'cls']);

function memberOf(fact: FunctionFact): AuditMemberSurface {
  return {
    name: isConstructor(fact) ? 'constructor' : fact.name,
    kind: isConstructor(fact)
      ? 'constructor'
      : fact.decorators.some((decorator) => /(^|\.)(property|cached_property)$/.test(decorator))
        ? 'field'
        : 'method',
    async: fact.async || /^(Promise|Awaitable|Coroutine)\b/.test(fact.returns),
    parameters: fact.params
      .filter((param) => !receivers.has(param.name))
      .map(({ name, kind, optional }) => ({ name, kind, optional })),
  };
}

/** The public members of a class with what it inherits inside the tree, by name. */
export function surfaceOf(model: AuditModel, node: ClassNode): AuditMemberSurface[] {
  const members = new Map<string, AuditMemberSurface>();
  for (const each of model.graph.lineage(node).nodes) {
    for (const fact of each.members) {
      if (!isPublicMethod(fact) && !isConstructor(fact)) continue;
      const member = memberOf(fact);
      if (!members.has(member.name)) members.set(member.name, member);
    }
    for (const field of each.fact.fields)
      if (!/^[_#]/.test(field) && !members.has(field))
        members.set(field, { name: field, kind: 'field', async: false, parameters: [] });
  }
  return [...members.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

const implementing = new Set(['canonical', 'implementation', 'variant', 'wrapper', 'facade']);

/** Records the public surface of every implementation of every role that is carried by classes. */
export function readSurfaces(model: AuditModel, views: readonly RoleView[]): AuditSurface[] {
  return views
    .filter((view) => view.role.factoryOf === undefined)
    .flatMap((view) =>
      view.members
        .filter((member) => !member.review && implementing.has(member.class))
        .flatMap((member) => {
          const id = symbolId(member.path, member.symbol);
          const node = model.graph.nodes.get(id);
          if (node === undefined) return [];
          return [
            {
              role: view.role.id,
              implementation: id,
              canonical: member.class === 'canonical',
              members: surfaceOf(model, node),
            },
          ];
        }),
    )
    .toSorted((left, right) =>
      `${left.role} ${left.implementation}` < `${right.role} ${right.implementation}` ? -1 : 1,
    );
}
