import type { Bodies } from '../facts/bodies.ts';
import { createClassGraph, type ClassGraph } from './class-graph.ts';
import { createNameLookup, type NameLookup } from './name-lookup.ts';
import type { SourceTree } from './source-tree.ts';

/**
 * Files whose statements are kept: a tree of thousands does not fit in memory as statements, a small one does, and
 * reading it again and again is what would take its time.
 */
function keptBodies(files: number): number {
  return files < 2000 ? 600 : 32;
}

/** Everything rules and roles work on: the tree, its names, its classes, and bodies on request. */
export interface AuditModel {
  readonly tree: SourceTree;
  readonly lookup: NameLookup;
  readonly graph: ClassGraph;
  /** Statements of a file, read again when first asked for. */
  bodiesOf(path: string): Bodies;
}

/** Derives names and classes from a tree. @param readBodies reads one file again, with bodies */
export function createAuditModel(
  tree: SourceTree,
  readBodies: (path: string) => Bodies,
): AuditModel {
  const lookup = createNameLookup(tree);
  const memory = new Map<string, Bodies>();
  const kept = keptBodies(tree.files.size);
  const remember = (path: string, bodies: Bodies): void => {
    // The oldest goes first: rules walk files in order, so what is needed again was read lately.
    const [oldest] = memory.keys();
    if (memory.size >= kept && oldest !== undefined) memory.delete(oldest);
    memory.set(path, bodies);
  };
  return {
    tree,
    lookup,
    graph: createClassGraph(tree, lookup),
    bodiesOf(path) {
      let bodies = memory.get(path);
      if (bodies === undefined) remember(path, (bodies = readBodies(path)));
      return bodies;
    },
  };
}
