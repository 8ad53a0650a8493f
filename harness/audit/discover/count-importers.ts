import type { FileFacts, ImportFact } from '../facts/file-facts.ts';
import { walkExpressions } from '../facts/walk-statements.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId } from '../model/class-graph.ts';
import type { Meaning } from '../model/name-lookup.ts';
import { production } from '../source/scope-of.ts';

/**
 * How many production files import each of the classes, aliases and re-exports followed: symbol → files. A file that
 * imports the whole module counts when it names the class: `import jobs` and `jobs.Queue()`.
 * @param wanted symbols (`path:Name`) of the classes to count
 */
export function countImporters(
  model: AuditModel,
  wanted: ReadonlySet<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  const modules = new Set([...wanted].map((id) => id.slice(0, id.indexOf(':'))));
  for (const { facts, scope } of model.tree.files.values()) {
    if (scope !== production) continue;
    const seen = new Set([
      ...facts.imports.flatMap((fact) =>
        fact.name === '' || fact.local === ''
          ? []
          : classesIn(model.lookup.inside(facts.path, fact.local, fact.within)),
      ),
      ...namedThroughModules(model, facts, modules),
    ]);
    for (const id of seen) if (wanted.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function classesIn({ definitions }: Meaning): string[] {
  return definitions.flatMap((each) =>
    each.kind === 'class' ? [symbolId(each.path, each.fact.qualname)] : [],
  );
}

function namedThroughModules(
  model: AuditModel,
  facts: FileFacts,
  modules: ReadonlySet<string>,
): string[] {
  const mayName = (fact: ImportFact): boolean => {
    if (fact.local === '') return false;
    const target = model.tree.resolveModule(facts.path, fact.module);
    if (fact.name === '') return target.kind === 'own' && modules.has(target.path);
    return model.lookup
      .inside(facts.path, fact.local, fact.within)
      .definitions.some((each) => each.kind === 'module' && modules.has(each.path));
  };
  const locals = new Set(facts.imports.filter(mayName).map((fact) => fact.local));
  if (locals.size === 0) return [];
  const { module, functions } = model.bodiesOf(facts.path);
  const bases = facts.classes.flatMap((each) => each.bases);
  const named = [module, ...functions.values()].flatMap((body) =>
    walkExpressions(body).flatMap((part) => (part.kind === 'name' ? [part.name] : [])),
  );
  return [...new Set([...bases, ...named])]
    .filter((name) => name.includes('.') && locals.has(name.slice(0, name.indexOf('.'))))
    .flatMap((name) => classesIn(model.lookup.inside(facts.path, name)));
}
