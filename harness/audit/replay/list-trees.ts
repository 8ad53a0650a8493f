import { isForeignFolder, languageOf } from '../source/walk-tree.ts';
import type { Commit } from './list-commits.ts';
import { runGit } from './run-git.ts';

/** Path → id of the blob, source files only. */
export type TreeListing = ReadonlyMap<string, string>;

function isSource(path: string): boolean {
  return languageOf(path) !== undefined && !path.split('/').slice(0, -1).some(isForeignFolder);
}

function firstListing(root: string, commit: string): Map<string, string> {
  const listing = new Map<string, string>();
  for (const line of runGit(root, ['ls-tree', '-r', commit]).toString().split('\n')) {
    const [meta = '', path = ''] = line.split('\t');
    const [mode, type, id] = meta.split(' ');
    // A link is a blob too: its content is a path, not source.
    if (type === 'blob' && mode !== '120000' && id !== undefined && isSource(path))
      listing.set(path, id);
  }
  return listing;
}

/** A source file a commit touches; without an id it is gone. */
export interface Change {
  readonly path: string;
  readonly id: string | undefined;
}

/** One line of raw diff: `:old new oldId newId status<TAB>path`. */
function changeOf(line: string): Change[] {
  const [meta = '', path = ''] = line.slice(1).split('\t');
  const [, mode = '', , id = '', status = ''] = meta.split(' ');
  if (!isSource(path)) return [];
  return [{ path, id: status.startsWith('D') || mode === '120000' ? undefined : id }];
}

export interface History {
  /** Source files of the first commit. */
  readonly first: TreeListing;
  /** What every commit changes, the first one excepted, oldest first. */
  readonly steps: readonly { readonly commit: Commit; readonly changes: readonly Change[] }[];
}

/** The source files below `root`, relative to it, of the first commit, and what each later one changes. */
export function listTrees(root: string, commits: readonly Commit[]): History {
  const [first, ...later] = commits;
  if (first === undefined) return { first: new Map(), steps: [] };
  const pairs = later.map((commit, index) => `${commit.id} ${commits[index]?.id ?? ''}`);
  const text =
    pairs.length === 0
      ? ''
      : runGit(
          root,
          ['diff-tree', '--stdin', '-r', '--no-renames', '--relative'],
          `${pairs.join('\n')}\n`,
        ).toString();
  const changes = new Map<string, Change[]>();
  let current: Change[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith(':')) current.push(...changeOf(line));
    else if (line !== '') changes.set(line.slice(0, 40), (current = []));
  }
  return {
    first: firstListing(root, first.id),
    steps: later.map((commit) => ({ commit, changes: changes.get(commit.id) ?? [] })),
  };
}
