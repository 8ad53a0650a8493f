import type { ClassFact, FileFacts, FunctionFact, ImportFact } from '../facts/file-facts.ts';
import type { SourceTree } from './source-tree.ts';

/** What a name finally means. */
export type Definition =
  | { readonly kind: 'class'; readonly path: string; readonly fact: ClassFact }
  | { readonly kind: 'function'; readonly path: string; readonly fact: FunctionFact }
  | { readonly kind: 'module'; readonly path: string }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'variable'; readonly path: string; readonly name: string };

/** One file a name passes through on its way to its definition. */
export interface Step {
  readonly path: string;
  readonly name: string;
}

export interface Meaning {
  /** More than one when the name is defined twice, as in `try: import … except ImportError: class …`. */
  readonly definitions: readonly Definition[];
  /** Files passed through after the first one; empty when the name is defined where it was asked for. */
  readonly via: readonly Step[];
  /** Some way leads out of the tree, or to a name made at run time. */
  readonly open: boolean;
}

export interface NameLookup {
  /**
   * What a dotted name means inside a file.
   * @param within qualified name of the function it stands in, whose own imports come first
   */
  inside(path: string, dotted: string, within?: string): Meaning;
  /** What a plain name means to those who import it from a file. */
  exported(path: string, name: string): Meaning;
}

const declarations = /\.d\.[cm]?ts$/;

const nothing: Meaning = { definitions: [], via: [], open: false };
const outside: Meaning = { definitions: [], via: [], open: true };

function merge(meanings: readonly Meaning[]): Meaning {
  if (meanings.length === 1 && meanings[0] !== undefined) return meanings[0];
  return {
    definitions: meanings.flatMap((meaning) => meaning.definitions),
    via: meanings.find((meaning) => meaning.definitions.length > 0)?.via ?? [],
    open: meanings.some((meaning) => meaning.open),
  };
}

/** Python's `import a.b` binds `a`, not `a.b`. */
function boundModule(fact: ImportFact): string {
  return fact.name === '' && fact.module.startsWith(`${fact.local}.`) ? fact.local : fact.module;
}

/** Facts of one file by the name they go by. */
interface FileNames {
  classes(name: string): readonly ClassFact[];
  functions(name: string): readonly FunctionFact[];
  imports(name: string): readonly ImportFact[];
  readonly stars: readonly ImportFact[];
  readonly variables: { has(name: string): boolean };
  /** Imports that bind inside a function or class. */
  readonly inner: readonly ImportFact[];
  /** May a name mean something defined inside a function or class? Asked first: most names of a body do not. */
  mayNest(holder: string, name: string): boolean;
}

/** Tells which names stand directly below which functions and classes. */
function nestedNames(facts: FileFacts): (holder: string, name: string) => boolean {
  const own = new Set<string>();
  const below = new Map<string, Set<string>>();
  for (const { qualname } of [...facts.classes, ...facts.functions]) {
    const [first = '', ...rest] = qualname.split('.');
    own.add(first);
    let holder = first;
    for (const name of rest) {
      const names = below.get(holder);
      if (names === undefined) below.set(holder, new Set([name]));
      else names.add(name);
      holder = `${holder}.${name}`;
    }
  }
  const isBoundTwice =
    facts.imports.some(({ local }) => own.has(local)) ||
    facts.aliases.some(({ name }) => own.has(name));
  // What else such a name means may hold anything; and JavaScript assigns to `Holder.name` from outside.
  return isBoundTwice || facts.lang !== 'py'
    ? () => true
    : (holder, name) => below.get(holder)?.has(name) === true;
}

/** From so many facts on an index is worth its memory; a tree has thousands of files with a few. */
const manyFacts = 100;

function byKey<Fact>(
  facts: readonly Fact[],
  keyOf: (fact: Fact) => string,
): (name: string) => readonly Fact[] {
  if (facts.length < manyFacts) return (name) => facts.filter((fact) => keyOf(fact) === name);
  const index = Map.groupBy(facts, keyOf);
  return (name) => index.get(name) ?? [];
}

function namesIn(facts: FileFacts): FileNames {
  const { variables } = facts;
  const top = facts.imports.filter((fact) => fact.within === '');
  let isNested: ReturnType<typeof nestedNames> | undefined;
  return {
    inner:
      top.length === facts.imports.length ? [] : facts.imports.filter((fact) => fact.within !== ''),
    mayNest: (holder, name) => (isNested ??= nestedNames(facts))(holder, name),
    classes: byKey(facts.classes, (fact) => fact.qualname),
    functions: byKey(facts.functions, (fact) => fact.qualname),
    imports: byKey(top, (fact) => fact.local),
    stars: top.filter((fact) => fact.name === '*'),
    variables:
      variables.length < manyFacts
        ? { has: (name) => variables.includes(name) }
        : new Set(variables),
  };
}

/** Builds the lookup of names over a tree: through imports, aliases, star imports and re-exports, with a memory. */
export function createNameLookup(tree: SourceTree): NameLookup {
  const names = new Map<string, FileNames>();
  /** Meanings by file and name: one text of both would have to be made for every question. */
  const memory = new Map<string, Map<string, Meaning>>();

  function namesOf(path: string, facts: FileFacts): FileNames {
    let known = names.get(path);
    if (known === undefined) names.set(path, (known = namesIn(facts)));
    return known;
  }

  function through(step: Step, meaning: Meaning): Meaning {
    return { ...meaning, via: [step, ...meaning.via] };
  }

  /** A name, or a whole module, taken from another module. */
  function fromModule(from: string, specifier: string, name: string, seen: Set<string>): Meaning {
    const target = tree.resolveModule(from, specifier);
    if (target.kind === 'external') return outside;
    // The import itself is the mistake; what a build or an installation puts there may hold any name.
    if (target.kind === 'missing') return outside;
    if (target.kind === 'folder') {
      if (name === '') return { ...nothing, definitions: [target] };
      return submodule(from, specifier, name, seen);
    }
    if (name === '') return { ...nothing, definitions: [{ kind: 'module', path: target.path }] };
    const meaning = exportedFrom(target.path, name, seen);
    if (meaning.definitions.length > 0) return through({ path: target.path, name }, meaning);
    const module = submodule(from, specifier, name, seen);
    return module.definitions.length > 0 ? module : meaning;
  }

  /** `from package import module`: Python only. */
  function submodule(from: string, specifier: string, name: string, seen: Set<string>): Meaning {
    if (tree.files.get(from)?.facts.lang !== 'py') return nothing;
    const joined = specifier.endsWith('.') ? specifier + name : `${specifier}.${name}`;
    const target = tree.resolveModule(from, joined);
    return target.kind === 'own' || target.kind === 'folder'
      ? fromModule(from, joined, '', seen)
      : target.kind === 'external'
        ? outside
        : nothing;
  }

  function exportedFrom(path: string, name: string, seen: Set<string>): Meaning {
    const facts = tree.files.get(path)?.facts;
    if (facts === undefined) return nothing;
    if (facts.lang === 'py') return insideOf(path, name, seen);
    const key = `${path}\n>${name}`;
    if (seen.has(key)) return nothing;
    seen.add(key);
    if (facts.answersAnyName) return outside;
    const named = facts.exports.filter((entry) => entry.name === name);
    if (named.length > 0)
      return merge(
        named.map((entry) =>
          entry.module === ''
            ? ownExport(path, facts, entry.local, seen)
            : fromModule(path, entry.module, entry.local === '*' ? '' : entry.local, seen),
        ),
      );
    const stars = facts.exports.filter((entry) => entry.name === '*');
    const starred = merge(stars.map((entry) => fromModule(path, entry.module, name, seen)));
    // Declarations give out everything at their top, said or not.
    return declarations.test(path) ? { ...starred, open: true } : starred;
  }

  /** What a module says it exports is there, even if only its value could tell what: `export default { … }`, an enum. */
  function ownExport(path: string, facts: FileFacts, name: string, seen: Set<string>): Meaning {
    const found = insideOf(path, name, seen);
    if (found.definitions.length > 0 || namesOf(path, facts).imports(name).length > 0) return found;
    return { ...nothing, definitions: [{ kind: 'variable', path, name }], open: true };
  }

  function plain(path: string, facts: FileFacts, name: string, seen: Set<string>): Meaning {
    const own = namesOf(path, facts);
    const meanings: Meaning[] = [];
    for (const fact of own.classes(name))
      meanings.push({ ...nothing, definitions: [{ kind: 'class', path, fact }] });
    for (const fact of own.functions(name))
      meanings.push({ ...nothing, definitions: [{ kind: 'function', path, fact }] });
    for (const fact of own.imports(name))
      meanings.push(fromModule(path, boundModule(fact), fact.name, seen));
    for (const alias of facts.aliases)
      if (alias.name === name && alias.target !== name)
        meanings.push(insideOf(path, alias.target, seen));
    const found = merge(meanings);
    if (found.definitions.length > 0) return found;
    if (own.variables.has(name))
      return { ...nothing, definitions: [{ kind: 'variable', path, name }], open: true };
    if (meanings.length > 0) return found;
    const starred = merge(own.stars.map((fact) => fromModule(path, fact.module, name, seen)));
    return facts.answersAnyName ? { ...starred, open: true } : starred;
  }

  /** The rest of a dotted name below what its first part means. */
  function below(meaning: Meaning, rest: string, seen: Set<string>): Meaning {
    return merge([
      { ...nothing, open: meaning.open },
      ...meaning.definitions.map((definition): Meaning => {
        switch (definition.kind) {
          case 'module':
            return belowModule(definition.path, rest, seen);
          case 'folder':
            return belowFolder(definition.folder, rest, seen);
          case 'class': {
            const inner = `${definition.fact.qualname}.${rest}`;
            const found = insideOf(definition.path, inner, seen);
            return found.definitions.length > 0 ? found : { ...found, open: true };
          }
          case 'function':
          case 'variable':
            return outside;
        }
      }),
    ]);
  }

  /** Packages without a file of their own hold modules all the same, and may hold some that are installed elsewhere. */
  function belowFolder(folder: string, rest: string, seen: Set<string>): Meaning {
    const [first = '', ...others] = rest.split('.');
    const inner = `${folder}/${first}`;
    const path = [`${inner}/__init__.py`, `${inner}.py`].find((each) => tree.files.has(each));
    const found: Definition =
      path === undefined ? { kind: 'folder', folder: inner } : { kind: 'module', path };
    const meaning: Meaning = { definitions: [found], via: [], open: path === undefined };
    return others.length === 0 ? meaning : below(meaning, others.join('.'), seen);
  }

  function belowModule(path: string, rest: string, seen: Set<string>): Meaning {
    const [first = '', ...others] = rest.split('.');
    const meaning = exportedFrom(path, first, seen);
    const found =
      meaning.definitions.length === 0 && path.endsWith('__init__.py')
        ? submodule(path, '.', first, seen)
        : meaning;
    const stepped = through({ path, name: first }, found);
    return others.length === 0 ? stepped : below(stepped, others.join('.'), seen);
  }

  function remember(path: string, dotted: string, meaning: Meaning): void {
    const known = memory.get(path);
    if (known === undefined) memory.set(path, new Map([[dotted, meaning]]));
    else known.set(dotted, meaning);
  }

  function meaningOf(path: string, dotted: string): Meaning {
    return memory.get(path)?.get(dotted) ?? insideOf(path, dotted, new Set());
  }

  function insideOf(path: string, dotted: string, seen: Set<string>): Meaning {
    const known = memory.get(path)?.get(dotted);
    if (known !== undefined) return known;
    const key = `${path}\n${dotted}`;
    if (seen.has(key)) return nothing;
    const outermost = seen.size === 0;
    seen.add(key);
    const facts = tree.files.get(path)?.facts;
    if (facts === undefined) return nothing;
    let found = plain(path, facts, dotted, seen);
    const dot = dotted.indexOf('.');
    if (found.definitions.length === 0 && dot !== -1)
      found = below(insideOf(path, dotted.slice(0, dot), seen), dotted.slice(dot + 1), seen);
    // Inside a circle the answer is partial: only what was asked first is complete.
    if (outermost) remember(path, dotted, found);
    return found;
  }

  function withinFunction(path: string, dotted: string, within: string): Meaning {
    const facts = tree.files.get(path)?.facts;
    if (facts === undefined) return nothing;
    const own = namesOf(path, facts);
    const dot = dotted.indexOf('.');
    const first = dot === -1 ? dotted : dotted.slice(0, dot);
    const local = own.inner.find(
      (fact) =>
        fact.local === first && (within === fact.within || within.startsWith(`${fact.within}.`)),
    );
    if (local !== undefined) {
      const seen = new Set<string>();
      const meaning = fromModule(path, boundModule(local), local.name, seen);
      return dotted === first ? meaning : below(meaning, dotted.slice(first.length + 1), seen);
    }
    for (
      let outer = within;
      outer !== '';
      outer = outer.slice(0, Math.max(0, outer.lastIndexOf('.')))
    ) {
      if (!own.mayNest(outer, first)) continue;
      const nested = meaningOf(path, `${outer}.${dotted}`);
      if (nested.definitions.length === 0) continue;
      // No class is a scope for what stands in its methods: their plain names never mean another method.
      const isMethod = (each: Definition) =>
        each.kind === 'function' && each.fact.owner === outer && outer !== within;
      if (dot === -1 && nested.definitions.every(isMethod)) continue;
      return nested;
    }
    return meaningOf(path, dotted);
  }

  return {
    inside: (path, dotted, within = '') =>
      within === '' ? meaningOf(path, dotted) : withinFunction(path, dotted, within),
    exported: (path, name) => exportedFrom(path, name, new Set()),
  };
}
