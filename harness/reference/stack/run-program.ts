import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { HarnessError } from '../../contract/harness-error.ts';
import { programEnvironment } from './program-environment.ts';

const run = promisify(execFile);

/**
 * Runs a program of this machine to its end, in `folder` if told; gives what it printed, both streams. Rejects with STACK_PROGRAM_MISSING
 * where it is not installed, and with STACK_FAILED and its words where it fails.
 */
export async function runProgram(
  name: string,
  words: readonly string[],
  folder?: string,
): Promise<string> {
  try {
    const { stdout, stderr } = await run(name, [...words], {
      env: programEnvironment,
      cwd: folder,
    });
    return stdout + stderr;
  } catch (cause) {
    const { code, stderr } = cause as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') {
      throw new HarnessError('STACK_PROGRAM_MISSING', `the program "${name}" is not installed`, {
        cause,
      });
    }
    const said = stderr?.trim() ?? '';
    throw new HarnessError('STACK_FAILED', `${name} ended with ${String(code)}\n${said}`, {
      cause,
    });
  }
}
