import type { FunctionFact } from '../facts/file-facts.ts';
import type { ClassGraph, ClassNode } from '../model/class-graph.ts';

/** What a class looks like from outside. */
export interface ClassShape {
  /** Public members, inherited ones of the tree included. */
  readonly api: ReadonlySet<string>;
  /** Parameter names of its constructor and public methods. */
  readonly parameters: ReadonlySet<string>;
}

const constructors = new Set(['__init__', '__new__', 'constructor']);

/** `__init__` and `__new__` of Python, `constructor` of TypeScript. */
export function isConstructor(fact: FunctionFact): boolean {
  return constructors.has(fact.name);
}

/** A method others may call: neither hidden nor special. */
export function isPublicMethod(fact: FunctionFact): boolean {
  return !fact.hidden && !fact.name.startsWith('_') && !isConstructor(fact);
}

/** Names of its public members, inherited ones of the tree included; a name may come twice. */
export function publicNames(node: ClassNode, graph: ClassGraph): string[] {
  const names: string[] = [];
  const nodes = node.fact.bases.length === 0 ? [node] : graph.lineage(node).nodes;
  for (const each of nodes)
    for (const member of each.members) if (isPublicMethod(member)) names.push(member.name);
  return names;
}

const receivers = new Set(['self', 'cls', 'this']);

/** Public methods and parameter names of a class with those it inherits inside the tree. */
export function shapeOf(node: ClassNode, graph: ClassGraph): ClassShape {
  const api = new Set<string>();
  const parameters = new Set<string>();
  for (const each of graph.lineage(node).nodes)
    for (const member of each.members) {
      const open = isPublicMethod(member);
      if (open) api.add(member.name);
      if (open || isConstructor(member))
        for (const { name, kind } of member.params)
          // `*args` and `**kwargs` have a name, but say nothing.
          if (!receivers.has(name) && kind !== 'rest' && kind !== 'keywords') parameters.add(name);
    }
  return { api, parameters };
}
