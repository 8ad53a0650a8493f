import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** What `npm pack` would publish, unpacked where `npm install` would put it, with the dependencies linked beside it. */
let folder: string;

function npx(words: readonly string[]): SpawnSyncReturns<string> {
  const bin = join(folder, 'node_modules/golden-path/bin/golden-path.js');
  const path = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter);
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|NODE_OPTIONS)/.test(name),
  );
  return spawnSync(process.execPath, [bin, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...Object.fromEntries(inherited), PATH: path },
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-package-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'golden-path'), { recursive: true });
  const packed = spawnSync('npm', ['pack', '--pack-destination', folder], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (packed.status !== 0) throw new Error(packed.stderr);
  const [archive = ''] = globSync('*.tgz', { cwd: folder });
  const words = ['-xzf', archive, '--strip-components=1', '-C', 'node_modules/golden-path'];
  if (spawnSync('tar', words, { cwd: folder }).status !== 0) throw new Error('cannot unpack');
  for (const name of readdirSync('node_modules')) {
    if (name.startsWith('.')) continue;
    symlinkSync(resolve('node_modules', name), join(modules, name), 'junction');
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an installed package passes its own gate in an empty folder', () => {
  const { status, stdout, stderr } = npx(['gate']);
  expect(status, stdout + stderr).toBe(0);
  expect(stderr).toMatch(/✔ PAIR-OPEN +pass/);
  expect(stdout).toMatch(/^PASS/m);
});

test('an installed package says what it cannot reach, and exits with 2', () => {
  const { status, stdout, stderr } = npx(['gate', '--target', 'ws://127.0.0.1:9']);
  expect(status).toBe(2);
  expect(stdout + stderr).toContain('nothing answers at http://127.0.0.1:9 (ECONNREFUSED)');
  expect(stdout + stderr).not.toContain('    at ');
});
