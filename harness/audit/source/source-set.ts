import { join } from 'node:path';
import { createFileReader } from './read-whole-file.ts';
import { languageOf, walkTree, type TreeProblem } from './walk-tree.ts';

/** The source files of one state of a tree, wherever it is kept. */
export interface SourceSet {
  /** Paths with `/`, relative to the tree, sorted. */
  readonly paths: readonly string[];
  /** Python modules that are there in another form, as paths without extension. */
  readonly compiled: ReadonlySet<string>;
  readonly skippedFolders: readonly string[];
  readonly problems: readonly TreeProblem[];
  /** Absolute folder when the tree is on disk. */
  readonly root: string | undefined;
  /** The content, good until the next call. Throws when the file cannot be read. */
  readBytes(path: string): Buffer;
}

/** The files below a folder on disk. */
export function openFolder(root: string): SourceSet {
  const walk = walkTree(root);
  const read = createFileReader();
  return { ...walk, root, readBytes: (path) => read(join(root, path)) };
}

/** Files that are already in memory: path → text. */
export function openTexts(texts: Readonly<Record<string, string>>): SourceSet {
  return {
    paths: Object.keys(texts)
      .filter((path) => languageOf(path) !== undefined)
      .toSorted(),
    compiled: new Set(),
    skippedFolders: [],
    problems: [],
    root: undefined,
    readBytes: (path) => Buffer.from(texts[path] ?? ''),
  };
}
