import { spawnSync } from 'node:child_process';
import { HarnessError } from '../../contract/harness-error.ts';

/** A repository larger than this is read in parts anyway. */
const largestAnswer = 2 ** 31 - 1;

/** Runs git below a folder and gives what it printed. Throws HarnessError AUDIT_HISTORY_UNREADABLE when git refuses. */
export function runGit(root: string, args: readonly string[], input = ''): Buffer {
  const answer = spawnSync('git', ['-C', root, '-c', 'core.quotepath=off', ...args], {
    input,
    maxBuffer: largestAnswer,
  });
  if (answer.status === 0) return answer.stdout;
  const detail = answer.error?.message ?? answer.stderr.toString().trim().split('\n')[0] ?? '';
  throw new HarnessError('AUDIT_HISTORY_UNREADABLE', `git ${args[0] ?? ''} failed: ${detail}`, {
    where: root,
  });
}
