import type { AuditModel } from '../model/audit-model.ts';
import { symbolId } from '../model/class-graph.ts';
import { production } from '../source/scope-of.ts';

/** How many production files import each class, aliases and re-exports followed: symbol → files. */
export function countImporters(model: AuditModel): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { facts, scope } of model.tree.files.values()) {
    if (scope !== production) continue;
    const seen = new Set<string>();
    for (const fact of facts.imports) {
      if (fact.name === '' || fact.local === '') continue;
      for (const definition of model.lookup.inside(facts.path, fact.local, fact.within).definitions)
        if (definition.kind === 'class')
          seen.add(symbolId(definition.path, definition.fact.qualname));
    }
    for (const id of seen) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
