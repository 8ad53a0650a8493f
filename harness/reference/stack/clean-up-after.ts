import { spawn } from 'node:child_process';
import { awaitExit } from './await-exit.ts';

/** Ends the proxy and takes the folder away; nothing of it when there is neither. */
const chore = 'cat >/dev/null; kill "$(cat "$0/nginx.pid")" 2>/dev/null; rm -rf "$0"';

/**
 * Sees to it that a stack leaves nothing behind when its process is killed: a shell waits until the pipe to us breaks.
 * The nodes need nobody for that: each hears that its parent is gone. Gives what calls the shell off.
 */
export function cleanUpAfter(folder: string): () => Promise<void> {
  const shell = spawn('sh', ['-c', chore, folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  return () => awaitExit(shell, 'SIGKILL', 0);
}
