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

/** One line of raw diff: `:old new oldId newId status<TAB>path`. */
function applyChange(listing: Map<string, string>, line: string): boolean {
  const [meta = '', path = ''] = line.slice(1).split('\t');
  const [, mode = '', , id = '', status = ''] = meta.split(' ');
  if (!isSource(path)) return false;
  if (status.startsWith('D') || mode === '120000') listing.delete(path);
  else listing.set(path, id);
  return true;
}

/**
 * Yields the source files of each commit below `root`, relative to it, oldest first, from one listing and the differences after it.
 * `changed` is false for a commit that touches no source file.
 */
export function* listTrees(
  root: string,
  commits: readonly Commit[],
): Generator<{ commit: Commit; listing: TreeListing; changed: boolean }> {
  const [first] = commits;
  if (first === undefined) return;
  const listing = firstListing(root, first.id);
  const pairs = commits.slice(1).map((commit, index) => `${commit.id} ${commits[index]?.id ?? ''}`);
  const text =
    pairs.length === 0
      ? ''
      : runGit(
          root,
          ['diff-tree', '--stdin', '-r', '--no-renames', '--relative'],
          `${pairs.join('\n')}\n`,
        ).toString();
  yield { commit: first, listing: new Map(listing), changed: true };
  const changes = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith(':')) current.push(line);
    else if (line !== '') changes.set(line.slice(0, 40), (current = []));
  }
  for (const commit of commits.slice(1)) {
    let changed = false;
    for (const line of changes.get(commit.id) ?? [])
      changed = applyChange(listing, line) || changed;
    yield { commit, listing: new Map(listing), changed };
  }
}
