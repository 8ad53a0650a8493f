import type { AuditModel } from '../model/audit-model.ts';
import type { FindingDraft } from './identity.ts';
import type { RuleContext } from './rule-context.ts';

/** A name a module takes from another one and offers on. */
interface Link {
  readonly to: string;
  readonly name: string;
  readonly local: string;
  readonly line: number;
}

/** Names a module only passes on: renamed, re-exported, aliased. */
function passedOn(model: AuditModel, path: string): Link[] {
  const facts = model.tree.files.get(path)?.facts;
  if (facts === undefined) return [];
  const defined = new Set([
    ...facts.variables,
    ...[...facts.classes, ...facts.functions].map((each) => each.qualname),
  ]);
  const links = [
    ...facts.imports
      .filter(
        (fact) =>
          fact.within === '' && fact.name !== '' && !fact.typeOnly && !defined.has(fact.local),
      )
      .map((fact) => ({
        module: fact.module,
        name: fact.name,
        local: fact.local,
        line: fact.line,
      })),
    ...facts.exports
      .filter((fact) => fact.module !== '')
      .map((fact) => ({
        module: fact.module,
        name: fact.local,
        local: fact.name,
        line: fact.line,
      })),
  ];
  return links.flatMap((link) => {
    const target = model.tree.resolveModule(path, link.module);
    return target.kind === 'own' ? [{ ...link, to: target.path }] : [];
  });
}

/**
 * SSOT011: a name that is passed from module to module and comes back without ever being defined. Each cycle is
 * reported once, at its first module by path.
 */
export function findRedirectCycles({ model }: RuleContext): FindingDraft[] {
  const known = new Map<string, readonly Link[]>();
  const linksOf = (path: string): readonly Link[] => {
    let links = known.get(path);
    if (links === undefined) known.set(path, (links = passedOn(model, path)));
    return links;
  };
  const drafts: FindingDraft[] = [];
  const reported = new Set<string>();
  for (const { facts, scope } of model.tree.files.values())
    for (const start of linksOf(facts.path)) {
      const cycle = followName(linksOf, facts.path, start.name, start.to);
      if (cycle === undefined) continue;
      const key = `${start.name} ${cycle.toSorted().join(' ')}`;
      if (reported.has(key)) continue;
      reported.add(key);
      drafts.push({
        rule: 'SSOT011',
        scope,
        path: facts.path,
        line: start.line,
        symbol: start.name,
        target: cycle.toSorted().join(' '),
        message: `${start.name} goes round ${[...cycle, cycle[0] ?? ''].join(' → ')} and is defined nowhere`,
      });
    }
  return drafts;
}

/** The modules a name goes through until it comes back to the first; undefined when it ends somewhere. */
function followName(
  linksOf: (path: string) => readonly Link[],
  from: string,
  name: string,
  to: string,
): string[] | undefined {
  const path = [from];
  let at = to;
  while (at !== from) {
    if (path.includes(at)) return undefined;
    path.push(at);
    const next = linksOf(at).find((link) => link.local === name);
    if (next === undefined) return undefined;
    at = next.to;
  }
  return path.length > 1 ? path : undefined;
}
