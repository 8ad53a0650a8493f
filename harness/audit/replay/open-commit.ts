import type { SourceSet } from '../source/source-set.ts';
import { openBlobStore } from './blob-store.ts';
import { listCommits } from './list-commits.ts';
import { listTrees } from './list-trees.ts';

/**
 * The source files of one commit, read from git objects. Throws HarnessError AUDIT_HISTORY_UNREADABLE when git
 * does not know the revision; objects that are missing are problems of the set.
 */
export function openCommit(root: string, revision: string): SourceSet {
  const commits = listCommits(root, `-1 ${revision}`.split(' '));
  const { first: listing } = listTrees(root, commits);
  const blobs = openBlobStore(root);
  blobs.load(listing.values());
  const present = [...listing].filter(([, id]) => !blobs.missing.has(id));
  return {
    paths: present.map(([path]) => path).toSorted(),
    compiled: new Set(),
    skippedFolders: [],
    problems: [...listing]
      .filter(([, id]) => blobs.missing.has(id))
      .map(([path, id]) => ({ path, kind: 'missing', detail: id })),
    root: undefined,
    readBytes: (path) => blobs.read(listing.get(path) ?? ''),
  };
}
