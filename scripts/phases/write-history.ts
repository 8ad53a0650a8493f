import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { layOutPhase } from '../../suites/specimens/rollout/lay-out-phase.ts';

const phases = ['phase-0', 'phase-1', 'phase-2', 'phase-3', 'phase-4'];
const author = ['-c', 'user.name=desk', '-c', 'user.email=desk@example.test'];

/** Writes a git repository whose history is the migration of the specimens: one commit per phase, a month apart. */
export async function writeHistory(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  for (const [index, phase] of phases.entries()) {
    for (const name of readdirSync(folder).filter((one) => one !== '.git')) {
      rmSync(join(folder, name), { recursive: true });
    }
    await layOutPhase(phase, folder);
    rmSync(join(folder, 'node_modules'), { recursive: true });
    git(folder, ['add', '--all', '--force']);
    const date = `2026-0${index + 1}-01T09:00:00Z`;
    git(folder, [...author, 'commit', '--quiet', '--message', phase], {
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    });
  }
}

function git(
  cwd: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): void {
  execFileSync('git', [...words], { cwd, env: { ...process.env, ...environment }, stdio: 'pipe' });
}
