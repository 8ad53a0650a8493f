import { HarnessError } from '../../contract/harness-error.ts';
import { runGit } from './run-git.ts';

/**
 * The text of a file as a revision has it; undefined when that revision has no such file.
 * Throws HarnessError AUDIT_HISTORY_UNREADABLE when git does not know the revision.
 * @param path relative to `root`
 */
export function readAt(root: string, revision: string, path: string): string | undefined {
  runGit(root, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  try {
    return runGit(root, ['show', `${revision}:./${path}`]).toString();
  } catch (error) {
    if (error instanceof HarnessError) return undefined;
    throw error;
  }
}
