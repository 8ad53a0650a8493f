import type { AuditModel } from '../model/audit-model.ts';
import type { SourceFile } from '../model/source-tree.ts';

/** Who imports which name, who renames it, and who opens which module as a whole. */
interface ImportIndex {
  /** Name, as imported or as bound → files. */
  readonly importers: ReadonlyMap<string, readonly string[]>;
  /** Name → other names it is given somewhere: aliases, `import as`, `export as`. */
  readonly renames: ReadonlyMap<string, ReadonlySet<string>>;
  /** File → files that open it: `import module`, `import *`, `export *`. */
  readonly openers: ReadonlyMap<string, readonly string[]>;
}

const indexes = new WeakMap<AuditModel, ImportIndex>();

function add(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else if (known.at(-1) !== value) known.push(value);
}

function buildIndex(model: AuditModel): ImportIndex {
  const importers = new Map<string, string[]>();
  const renames = new Map<string, Set<string>>();
  const openers = new Map<string, string[]>();
  const rename = (from: string, to: string): void => {
    if (from === to || from === '' || to === '') return;
    const known = renames.get(from);
    if (known === undefined) renames.set(from, new Set([to]));
    else known.add(to);
  };
  for (const { facts } of model.tree.files.values()) {
    const { path } = facts;
    const open = (module: string): void => {
      const target = model.tree.resolveModule(path, module);
      if (target.kind === 'own') add(openers, target.path, path);
    };
    for (const { name, target } of facts.aliases)
      rename(target.slice(target.lastIndexOf('.') + 1), name);
    for (const { name, local, module } of facts.imports) {
      rename(name, local);
      add(importers, name, path);
      if (local !== name) add(importers, local, path);
      if (name === '' || name === '*') open(module);
    }
    for (const { name, local, module } of facts.exports) {
      rename(local, name);
      if (module === '') continue;
      add(importers, name, path);
      if (local !== name) add(importers, local, path);
      if (local === '*') open(module);
    }
  }
  return { importers, renames, openers };
}

function indexOf(model: AuditModel): ImportIndex {
  let index = indexes.get(model);
  if (index === undefined) indexes.set(model, (index = buildIndex(model)));
  return index;
}

/** `path:Outer.name` → `name`. */
function lastPart(id: string): string {
  const qualname = id.slice(id.indexOf(':') + 1);
  return qualname.slice(qualname.lastIndexOf('.') + 1);
}

/** The names symbols are known by anywhere in the tree: their own, aliases, `import as`, `export as`. */
export function knownNames(model: AuditModel, symbols: readonly string[]): Set<string> {
  const names = new Set(symbols.map(lastPart).filter((name) => name !== ''));
  const { renames } = indexOf(model);
  // A set that grows while it is walked is walked to its new end.
  for (const name of names) for (const other of renames.get(name) ?? []) names.add(other);
  return names;
}

/**
 * Files that can see one of the symbols: they hold it, import or pass on a name it has, or open a whole module
 * that holds it or passes it on. All other files need not be read again.
 */
export function findCandidateFiles(model: AuditModel, symbols: readonly string[]): SourceFile[] {
  const { importers, openers } = indexOf(model);
  const candidates = new Set(symbols.map((id) => id.slice(0, id.indexOf(':'))));
  for (const name of knownNames(model, symbols))
    for (const path of importers.get(name) ?? []) candidates.add(path);
  for (const path of candidates)
    for (const opener of openers.get(path) ?? []) candidates.add(opener);
  return [...candidates].toSorted().flatMap((path) => {
    const file = model.tree.files.get(path);
    return file === undefined ? [] : [file];
  });
}
