import type { AuditLocation } from '../../contract/audit.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId } from '../model/class-graph.ts';
import { production } from '../source/scope-of.ts';
import type { FindingDraft } from './identity.ts';
import type { RuleContext } from './rule-context.ts';

/**
 * SSOT009: one name that means several definitions, depending on the import path. Only names of role members
 * count: two classes of one name that have nothing to do with each other are no collision.
 */
export function findNameCollisions({ model, views }: RuleContext): FindingDraft[] {
  const named = definitionsNamed(
    model,
    new Set(views.map(({ canonical }) => lastName(canonical.symbol))),
  );
  const known = new Set(
    views.flatMap(({ members }) => members.map((member) => symbolId(member.path, member.symbol))),
  );
  return views.flatMap(({ role, canonical }) => {
    const name = lastName(canonical.symbol);
    // Nobody imports a method by its name.
    if (isMethod(model, canonical)) return [];
    const isClass = model.graph.nodes.has(canonical.id);
    return (named.get(name) ?? [])
      .filter((each) => each.path !== canonical.path || each.symbol !== canonical.symbol)
      .map((each): FindingDraft => ({
        ...each,
        rule: 'SSOT009',
        role: role.id,
        scope: production,
        message: `${name} means this here and ${canonical.path} elsewhere`,
        // Functions called `open` or `create` are many on purpose, other than classes of one name.
        confidence: isClass || known.has(symbolId(each.path, each.symbol)) ? 'certain' : 'review',
        related: [{ path: canonical.path, line: canonical.line, symbol: canonical.symbol }],
      }));
  });
}

function isMethod(model: AuditModel, { path, symbol }: AuditLocation): boolean {
  const facts = model.tree.files.get(path)?.facts;
  return facts?.functions.some((fact) => fact.qualname === symbol && fact.owner !== '') === true;
}

function lastName(qualname: string): string {
  return qualname.slice(qualname.lastIndexOf('.') + 1);
}

/** Classes and plain functions of production that bear one of the names, by name. */
function definitionsNamed(
  model: AuditModel,
  names: ReadonlySet<string>,
): Map<string, AuditLocation[]> {
  const found = new Map<string, AuditLocation[]>([...names].map((name) => [name, []]));
  for (const { facts, scope } of model.tree.files.values()) {
    if (scope !== production) continue;
    for (const { name, line, qualname } of facts.classes)
      found.get(name)?.push({ path: facts.path, line, symbol: qualname });
    for (const { name, line, qualname, owner } of facts.functions)
      if (owner === '') found.get(name)?.push({ path: facts.path, line, symbol: qualname });
  }
  return found;
}
