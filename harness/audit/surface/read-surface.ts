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

const implementing = new Set([
  'canonical',
  'implementation',
  'factory',
  'variant',
  'wrapper',
  'facade',
]);

/** Members of what a symbol means: those of a class, or the one call of a plain function. */
function membersAt(
  model: AuditModel,
  path: string,
  symbol: string,
): AuditMemberSurface[] | undefined {
  const node = model.graph.nodes.get(symbolId(path, symbol));
  if (node !== undefined) return surfaceOf(model, node);
  const fact = model.tree.files.get(path)?.facts.functions.find((each) => each.qualname === symbol);
  return fact === undefined ? undefined : [memberOf(fact)];
}

/** Records the public surface of every implementation and every factory of every role. */
export function readSurfaces(model: AuditModel, views: readonly RoleView[]): AuditSurface[] {
  return views
    .flatMap((view) =>
      view.members
        .filter((member) => !member.review && implementing.has(member.class))
        .flatMap((member) => {
          const members = membersAt(model, member.path, member.symbol);
          if (members === undefined) return [];
          return [
            {
              role: view.role.id,
              implementation: symbolId(member.path, member.symbol),
              canonical: member.class === 'canonical',
              members,
            },
          ];
        }),
    )
    .toSorted((left, right) =>
      `${left.role} ${left.implementation}` < `${right.role} ${right.implementation}` ? -1 : 1,
    );
}
