import { HarnessError } from '../../contract/harness-error.ts';
import { runGit } from '../replay/run-git.ts';
import type { FormerPaths } from '../rules/identity.ts';

/**
 * Files that moved since a file was last committed, as git sees it: where they are now → where they were then.
 * Empty outside of a repository, and for a file that was never committed: then nothing is known to have moved.
 * @param since path of that file relative to `root`, the baseline for example
 * @param revision the last commit of it before this one is meant
 */
export function formerPathsSince(root: string, since: string, revision = 'HEAD'): FormerPaths {
  try {
    const commit = runGit(root, ['log', '-1', '--format=%H', revision, '--', since])
      .toString()
      .trim();
    if (commit === '') return new Map();
    const answer = runGit(root, [
      'diff',
      '-M',
      '--diff-filter=R',
      '--name-status',
      '--relative',
      '-z',
      commit,
    ]).toString();
    const words = answer.split('\0');
    const moved = new Map<string, string>();
    for (let at = 0; at + 2 < words.length; at += 3)
      moved.set(words[at + 2] ?? '', words[at + 1] ?? '');
    return moved;
  } catch (error) {
    if (error instanceof HarnessError && error.code === 'AUDIT_HISTORY_UNREADABLE')
      return new Map();
    throw error;
  }
}
