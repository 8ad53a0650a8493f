import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { benchAgainst } from './bench-against.ts';

/** A project in a folder of a git repository: its last commit does 1,000 rounds of work per request, its working tree 6,000. */
function project(): { repository: string; root: string; git: (...words: string[]) => string } {
  const repository = mkdtempSync(join(tmpdir(), 'golden-path-test-'));
  onTestFinished(() => rmSync(repository, { recursive: true }));
  const git = (...words: string[]): string =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=t', '-c', 'user.email=t@t', ...words], {
      encoding: 'utf8',
    });
  const root = join(repository, 'packages', 'agent');
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'work.mjs'), 'export const rounds = 1000;\n');
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'fast');
  writeFileSync(join(root, 'work.mjs'), 'export const rounds = 6000;\n');
  mkdirSync(join(root, 'bench'));
  writeFileSync(
    join(root, 'bench', 'spin.mjs'),
    `import { rounds } from '../work.mjs';
let sum = 0;
export function run(requests) {
  for (let round = 0; round < requests * rounds; round += 1) sum = (sum * 31 + round) | 0;
  return requests;
}
`,
  );
  return { repository, root, git };
}

describe('benchAgainst', () => {
  it('measures the working tree against a commit that lacks the workload file, and leaves no worktree', async () => {
    const { root, git } = project();
    const [cpu] = await benchAgainst({
      root,
      ref: 'HEAD',
      workloads: ['bench/spin.mjs'],
      seed: 's',
      looks: [1],
    });
    expect(cpu).toMatchObject({ id: 'speed.spin.cpu', verdict: 'unknown' });
    expect(cpu?.value).toBeGreaterThan(1.2);
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  });

  it('says that it does not know a commit', async () => {
    const { root } = project();
    await expect(
      benchAgainst({ root, ref: 'no-such-branch', workloads: [], seed: 's' }),
    ).rejects.toMatchObject({ code: 'BENCH_REF_UNKNOWN' });
  });

  it('says of a commit whose code cannot be loaded which one it is', async () => {
    const { root, git } = project();
    writeFileSync(join(root, 'work.mjs'), 'const = ;');
    git('add', '.');
    git('commit', '--quiet', '--message', 'broken');
    writeFileSync(join(root, 'work.mjs'), 'export const rounds = 1000;');
    await expect(
      benchAgainst({ root, ref: 'HEAD', workloads: ['bench/spin.mjs'], seed: 's' }),
    ).rejects.toMatchObject({
      code: 'BENCH_REF_UNBUILT',
      message: expect.stringMatching(/^bench\/spin\.mjs cannot be loaded in HEAD: /) as string,
    });
  });

  it('says that a commit cannot be built, and leaves no worktree', async () => {
    const { root, git } = project();
    await expect(
      benchAgainst({ root, ref: 'HEAD', workloads: [], seed: 's', prepare: 'exit 3' }),
    ).rejects.toMatchObject({ code: 'BENCH_REF_UNBUILT' });
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  });
});
