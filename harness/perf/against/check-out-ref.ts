import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { HarnessError } from '../../contract/harness-error.ts';

const execute = promisify(execFile);

/** A commit of the repository, ready to run in a folder of its own. */
export interface CheckedOutRef {
  readonly commit: string;
  /** What `root` is in the repository, in that commit. */
  readonly root: string;
  remove(): Promise<void>;
}

async function git(folder: string, ...words: string[]): Promise<string> {
  const { stdout } = await execute('git', ['-C', folder, ...words]);
  return stdout.trim();
}

async function resolveCommit(root: string, ref: string): Promise<string> {
  try {
    return await git(
      root,
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${ref}^{commit}`,
    );
  } catch (cause) {
    throw new HarnessError('BENCH_REF_UNKNOWN', `there is no commit "${ref}" in ${root}`, {
      where: ref,
      cause,
    });
  }
}

async function readLock(root: string): Promise<string | undefined> {
  return await readFile(join(root, 'package-lock.json'), 'utf8').catch(() => undefined);
}

/** The same lock file means the same packages: those of the working tree are lent. Otherwise the commit gets its own. */
async function provideModules(from: string, to: string): Promise<void> {
  const [ours, theirs] = await Promise.all([readLock(from), readLock(to)]);
  if (ours === theirs) {
    await symlink(join(from, 'node_modules'), join(to, 'node_modules'), 'junction');
    return;
  }
  await execute('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: to,
    shell: process.platform === 'win32',
  });
}

async function prepare(from: string, to: string, command: string | undefined): Promise<void> {
  await provideModules(from, to);
  if (command === undefined) return;
  const [shell, flag] = process.platform === 'win32' ? ['cmd', '/c'] : ['sh', '-c'];
  await execute(shell, [flag, command], { cwd: to });
}

/**
 * Checks a commit out into a temporary git worktree, with its packages, and built by `command` where that is needed.
 *
 * @param root The project: the repository or a folder in it.
 * @throws {HarnessError} BENCH_REF_UNKNOWN when git does not know the commit, BENCH_REF_UNBUILT when it cannot be made to run.
 */
export async function checkOutRef(
  root: string,
  ref: string,
  command?: string,
): Promise<CheckedOutRef> {
  const commit = await resolveCommit(root, ref);
  const top = await git(root, 'rev-parse', '--show-toplevel');
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-ref-'));
  const remove = async (): Promise<void> => {
    await git(top, 'worktree', 'remove', '--force', folder).catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
    await git(top, 'worktree', 'prune');
  };
  const checkedOut = join(folder, relative(top, root));
  try {
    await git(top, 'worktree', 'add', '--detach', '--force', folder, commit);
    await prepare(root, checkedOut, command);
  } catch (cause) {
    await remove();
    const message = `${ref} could not be made to run: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new HarnessError('BENCH_REF_UNBUILT', message, { where: ref, cause });
  }
  return { commit, root: checkedOut, remove };
}
