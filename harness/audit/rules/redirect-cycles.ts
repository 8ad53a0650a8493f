import type { AuditModel } from '../model/audit-model.ts';
import type { SourceFile } from '../model/source-tree.ts';
import type { FindingDraft } from './identity.ts';
import type { RuleContext } from './rule-context.ts';

/** A name a module takes from another one and offers on. */
interface Link {
  readonly to: string;
  readonly name: string;
  readonly local: string;
  readonly line: number;
}

/** Names a module takes from others of the tree and binds or offers at its top. */
function linksFrom(model: AuditModel, { facts }: SourceFile): Link[] {
  const links = [
    ...facts.imports.filter((fact) => fact.within === '' && fact.name !== '' && !fact.typeOnly),
    ...facts.exports
      .filter((fact) => fact.module !== '')
      .map(({ module, line, name, local }) => ({ module, line, name: local, local: name })),
  ];
  return links.flatMap(({ module, name, local, line }) => {
    const target = model.tree.resolveModule(facts.path, module);
    return target.kind === 'own' ? [{ name, local, line, to: target.path }] : [];
  });
}

/** A name that is defined where it is also imported comes to its end there. */
function defines({ facts }: SourceFile, name: string): boolean {
  return (
    facts.variables.includes(name) ||
    facts.classes.some((each) => each.qualname === name) ||
    facts.functions.some((each) => each.qualname === name)
  );
}

/**
 * SSOT011: a name that is passed from module to module and comes back without ever being defined. Each cycle is
 * reported once, at its first module by path.
 */
export function findRedirectCycles({ model }: RuleContext): FindingDraft[] {
  const known = new Map<string, readonly Link[]>();
  const linksOf = (path: string): readonly Link[] => {
    let links = known.get(path);
    const file = model.tree.files.get(path);
    if (links === undefined)
      known.set(path, (links = file === undefined ? [] : linksFrom(model, file)));
    return links;
  };
  const passesOn = (path: string, name: string): Link | undefined => {
    const link = linksOf(path).find((each) => each.local === name);
    const file = model.tree.files.get(path);
    return link === undefined || file === undefined || defines(file, name) ? undefined : link;
  };
  const drafts: FindingDraft[] = [];
  const reported = new Set<string>();
  for (const { facts, scope } of model.tree.files.values())
    for (const start of linksOf(facts.path)) {
      const cycle = followName(passesOn, facts.path, start.name, start.to);
      if (cycle === undefined || passesOn(facts.path, start.local) === undefined) continue;
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
  passesOn: (path: string, name: string) => Link | undefined,
  from: string,
  name: string,
  to: string,
): string[] | undefined {
  const path = [from];
  let at = to;
  while (at !== from) {
    if (path.includes(at)) return undefined;
    path.push(at);
    const next = passesOn(at, name);
    if (next === undefined) return undefined;
    at = next.to;
  }
  return path.length > 1 ? path : undefined;
}
