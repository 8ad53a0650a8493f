import { HarnessError } from '../../contract/harness-error.ts';
import { runGit } from './run-git.ts';

/**
 * The text of a file as a revision has it; undefined when that revision has no such file.
 * Throws HarnessError AUDIT_HISTORY_UNREADABLE when git does not know the revision.
 * @param path relative to `root`
 */
export function readAt(root: string, revision: string, path: string): string | undefined {
  // Git says itself when this is no repository.
  runGit(root, ['rev-parse', '--git-dir']);
  if (ask(root, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]) === undefined)
    throw new HarnessError(
      'AUDIT_HISTORY_UNREADABLE',
      `git knows no revision "${revision}" here; a shallow clone has to fetch it first`,
      { where: root },
    );
  return ask(root, ['show', `${revision}:./${path}`]);
}

function ask(root: string, question: readonly string[]): string | undefined {
  try {
    return runGit(root, question).toString();
  } catch (error) {
    if (error instanceof HarnessError) return undefined;
    throw error;
  }
}
