import type { Bodies } from '../facts/bodies.ts';
import { createClassGraph, type ClassGraph } from './class-graph.ts';
import { createNameLookup, type NameLookup } from './name-lookup.ts';
import type { SourceTree } from './source-tree.ts';

/**
 * Bytes of source whose statements are kept: a tree of thousands of files does not fit in memory as statements, a
 * small one does, and reading it again and again is what would take its time.
 */
function keptBytes(files: number): number {
  return files < 2000 ? 5_000_000 : 300_000;
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
  const kept = keptBytes(tree.files.size);
  let held = 0;
  const bytesOf = (path: string): number => tree.files.get(path)?.facts.bytes ?? 0;
  const remember = (path: string, bodies: Bodies): void => {
    memory.set(path, bodies);
    held += bytesOf(path);
    // The oldest goes first: rules walk files in order, so what is needed again was read lately.
    for (const oldest of memory.keys()) {
      if (held <= kept || oldest === path) break;
      memory.delete(oldest);
      held -= bytesOf(oldest);
    }
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
