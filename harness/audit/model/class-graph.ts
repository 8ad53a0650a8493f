import type { ClassFact, FileFacts, FunctionFact } from '../facts/file-facts.ts';
import type { NameLookup } from './name-lookup.ts';
import type { SourceFile, SourceTree } from './source-tree.ts';

/** One class, object literal of functions, or interface of the tree, with its own functions. */
export interface ClassNode {
  /** `path:Qual.Name`. */
  readonly id: string;
  readonly path: string;
  readonly scope: string;
  readonly fact: ClassFact;
  /** Functions of its body, the constructor included, in order. */
  readonly members: readonly FunctionFact[];
}

export interface ClassGraph {
  readonly nodes: ReadonlyMap<string, ClassNode>;
  /** Bases found in the tree. `closed` is false when one of them is not: then members may come from outside. */
  basesOf(node: ClassNode): { readonly bases: readonly ClassNode[]; readonly closed: boolean };
  /** The node itself and all it descends from in the tree, nearest first. */
  lineage(node: ClassNode): { readonly nodes: readonly ClassNode[]; readonly closed: boolean };
}

/** `path:Qual.Name`, the way every symbol of a tree is written. */
export function symbolId(path: string, qualname: string): string {
  return `${path}:${qualname}`;
}

/** Bases that add no member worth knowing. */
const bareBases = new Set([
  'object',
  'ABC',
  'abc.ABC',
  'Protocol',
  'typing.Protocol',
  'Generic',
  'typing.Generic',
]);

/** The base without its type arguments: `Generic[T]`, `Base<T>`. */
export function plainBase(base: string): string {
  return base.replace(/[[<(].*$/s, '').trim();
}

/** Classes by the facts they stand in: in the next commit of a history most files are the same. */
const knownNodes = new WeakMap<FileFacts, readonly ClassNode[]>();

function nodesOf({ facts, scope }: SourceFile): readonly ClassNode[] {
  const known = knownNodes.get(facts);
  if (known !== undefined && known[0]?.scope === scope) return known;
  const members = Map.groupBy(facts.functions, (fact) => fact.owner);
  const nodes = facts.classes.map((fact) => ({
    id: symbolId(facts.path, fact.qualname),
    path: facts.path,
    scope,
    fact,
    members: members.get(fact.qualname) ?? [],
  }));
  knownNodes.set(facts, nodes);
  return nodes;
}

/** Builds the graph of descent over all classes of a tree. */
export function createClassGraph(tree: SourceTree, lookup: NameLookup): ClassGraph {
  const nodes = new Map<string, ClassNode>();
  for (const file of tree.files.values())
    for (const node of nodesOf(file)) if (!nodes.has(node.id)) nodes.set(node.id, node);

  const knownBases = new Map<ClassNode, ReturnType<typeof findBases>>();
  const knownLineage = new Map<ClassNode, ReturnType<typeof findLineage>>();

  function findBases(node: ClassNode) {
    const bases: ClassNode[] = [];
    let closed = true;
    for (const written of node.fact.bases) {
      const base = plainBase(written);
      if (bareBases.has(base)) continue;
      if (base.includes('=')) {
        // A metaclass can add anything.
        closed = false;
        continue;
      }
      const outer = node.fact.qualname.includes('.')
        ? node.fact.qualname.slice(0, node.fact.qualname.lastIndexOf('.'))
        : '';
      const meaning = lookup.inside(node.path, base, outer);
      const found = meaning.definitions.flatMap((definition) =>
        definition.kind === 'class'
          ? [nodes.get(symbolId(definition.path, definition.fact.qualname))]
          : [],
      );
      if (found.length === 0 || meaning.open) closed = false;
      for (const each of found) if (each !== undefined && each !== node) bases.push(each);
    }
    return { bases, closed };
  }

  function findLineage(node: ClassNode) {
    const line = new Set<ClassNode>([node]);
    let allClosed = true;
    for (const current of line) {
      const { bases, closed } = basesOf(current);
      allClosed &&= closed;
      for (const base of bases) line.add(base);
    }
    return { nodes: [...line], closed: allClosed };
  }

  function basesOf(node: ClassNode) {
    let known = knownBases.get(node);
    if (known === undefined) knownBases.set(node, (known = findBases(node)));
    return known;
  }

  function lineage(node: ClassNode) {
    let known = knownLineage.get(node);
    if (known === undefined) knownLineage.set(node, (known = findLineage(node)));
    return known;
  }

  return { nodes, basesOf, lineage };
}
