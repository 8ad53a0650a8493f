import type { AuditModel } from '../model/audit-model.ts';
import type { SourceFile } from '../model/source-tree.ts';

/** `path:Outer.name` → `name`. */
function lastPart(id: string): string {
  const qualname = id.slice(id.indexOf(':') + 1);
  return qualname.slice(qualname.lastIndexOf('.') + 1);
}

/** The names symbols are known by anywhere in the tree: their own, aliases, `import as`, `export as`. */
export function knownNames(model: AuditModel, symbols: readonly string[]): Set<string> {
  const names = new Set(symbols.map(lastPart).filter((name) => name !== ''));
  for (let before = -1; before !== names.size;) {
    before = names.size;
    for (const { facts } of model.tree.files.values()) {
      for (const alias of facts.aliases)
        if (names.has(alias.target.slice(alias.target.lastIndexOf('.') + 1))) names.add(alias.name);
      for (const each of facts.imports)
        if (each.local !== each.name && names.has(each.name)) names.add(each.local);
      for (const each of facts.exports)
        if (each.local !== each.name && names.has(each.local)) names.add(each.name);
    }
  }
  names.delete('');
  return names;
}

/**
 * Files that can see one of the symbols: they hold it, import or pass on a name it has, or open a whole module
 * that holds it or passes it on. All other files need not be read again.
 */
export function findCandidateFiles(model: AuditModel, symbols: readonly string[]): SourceFile[] {
  const names = knownNames(model, symbols);
  const candidates = new Set(symbols.map((id) => id.slice(0, id.indexOf(':'))));
  const openers: { readonly path: string; readonly opened: readonly string[] }[] = [];

  for (const { facts } of model.tree.files.values()) {
    if (candidates.has(facts.path)) continue;
    const passedOn = facts.exports.filter((each) => each.module !== '');
    if (
      facts.imports.some((each) => names.has(each.name) || names.has(each.local)) ||
      passedOn.some((each) => names.has(each.name) || names.has(each.local))
    ) {
      candidates.add(facts.path);
      continue;
    }
    const whole = [
      ...facts.imports.filter((each) => each.name === '' || each.name === '*'),
      ...passedOn.filter((each) => each.local === '*'),
    ];
    const opened = whole.flatMap(({ module }) => {
      const target = model.tree.resolveModule(facts.path, module);
      return target.kind === 'own' ? [target.path] : [];
    });
    if (opened.length > 0) openers.push({ path: facts.path, opened });
  }
  for (let before = -1; before !== candidates.size;) {
    before = candidates.size;
    for (const { path, opened } of openers)
      if (opened.some((each) => candidates.has(each))) candidates.add(path);
  }
  return [...model.tree.files.values()].filter(({ facts }) => candidates.has(facts.path));
}
