import { execFile } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layOutPhase } from './rollout/lay-out-phase.ts';

const root = join(import.meta.dirname, '..', '..');
const phases = ['phase-0', 'phase-1', 'phase-2', 'phase-3', 'phase-4'];
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

/** Inside the repository, so that a tree sees the same packages. */
let folder: string;

beforeAll(async () => {
  const reports = join(root, 'reports');
  mkdirSync(reports, { recursive: true });
  folder = mkdtempSync(join(reports, '.specimens-'));
  for (const phase of phases) await layOutPhase(phase, join(folder, phase));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sourcesOf(phase: string): string[] {
  return globSync('**/*.ts', { cwd: join(folder, phase), exclude: ['node_modules/**'] });
}

function read(phase: string, path: string): string {
  return readFileSync(join(folder, phase, path), 'utf8');
}

test('every tree compiles as a whole', async () => {
  const file = join(folder, 'tsconfig.json');
  const compilerOptions = { rootDir: root };
  writeFileSync(
    file,
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, include: phases }),
  );
  const compiling = promisify(execFile)(process.execPath, [compiler, '-p', file], { cwd: folder });
  const { stdout } = await compiling.catch((error: { readonly stdout: string }) => error);
  // What else the trees reach is compiled where it belongs.
  expect(stdout.split('\n').filter((line) => /^(phase-|error )/.test(line))).toEqual([]);
});

describe.each(phases)('%s', (phase) => {
  test('no file knows in which phase it is', () => {
    const telling = sourcesOf(phase).filter((path) => /phase|specimen/i.test(read(phase, path)));
    expect(telling).toEqual([]);
  });

  test('no file speaks about what is wrong with it', () => {
    const telling = /\b(bug|defect|planted|mutant|on purpose|deliberate)/i;
    expect(sourcesOf(phase).filter((path) => telling.test(read(phase, path)))).toEqual([]);
  });
});

test('every overlay changes what it carries', () => {
  const idle = phases.slice(1).flatMap((phase, index) => {
    const overlay = join(import.meta.dirname, phase, 'overlay');
    const below = new Set(globSync('**/*.*', { cwd: join(folder, phases[index] ?? '') }));
    return globSync('**/*.*', { cwd: overlay })
      .filter((path) => below.has(path))
      .filter((path) => read(phase, path) === read(phases[index] ?? '', path))
      .map((path) => join(phase, path));
  });
  expect(idle).toEqual([]);
});

/** Features that import around `dispatch/index.ts`. */
function countBypasses(phase: string): number {
  return sourcesOf(phase)
    .filter((path) => dirname(path).split(/[/\\]/)[0] !== 'dispatch')
    .filter((path) => /dispatch\/(shared|engine|scoped|compat)/.test(read(phase, path))).length;
}

test('the migration burns bypasses down to none', () => {
  const counts = phases.map(countBypasses);
  expect(counts[0]).toBeGreaterThanOrEqual(32);
  expect(counts).toEqual(counts.toSorted((left, right) => right - left));
  expect(counts.at(-1)).toBe(0);
});
