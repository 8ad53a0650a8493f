import type { FileFacts } from '../facts/file-facts.ts';
import type { ModuleResolver, ModuleTarget } from './module-resolver.ts';

export interface SourceFile {
  readonly facts: FileFacts;
  readonly scope: string;
}

/** All facts of a tree, and how its modules find each other. */
export interface SourceTree {
  readonly files: ReadonlyMap<string, SourceFile>;
  resolveModule(from: string, specifier: string): ModuleTarget;
}

/** Joins files, in the order of their paths, to a tree. */
export function createSourceTree(
  files: readonly SourceFile[],
  modules: { readonly py: ModuleResolver; readonly ts: ModuleResolver },
): SourceTree {
  const sorted = files.toSorted((left, right) => (left.facts.path < right.facts.path ? -1 : 1));
  const byPath = new Map(sorted.map((file) => [file.facts.path, file]));
  return {
    files: byPath,
    resolveModule(from, specifier) {
      const language = byPath.get(from)?.facts.lang ?? 'ts';
      return modules[language].resolve(from, specifier);
    },
  };
}
