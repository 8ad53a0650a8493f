import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/** A copy of two rooms with one more file in it, cruised by the real rules. */
function cruise(file: string, text: string): { status: number | null; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-rules-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // Tests may borrow samples of rooms that are not copied.
  const filter = (path: string): boolean => !path.endsWith('.test.ts');
  cpSync('harness/contract', join(folder, 'harness/contract'), { recursive: true, filter });
  for (const name of ['.dependency-cruiser.js', 'package.json', 'tsconfig.json']) {
    cpSync(name, join(folder, name));
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  mkdirSync(join(folder, 'harness/probe'), { recursive: true });
  writeFileSync(join(folder, 'harness/probe/walk.ts'), 'export const walk = 1;\n');
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
  const words = ['-c', '.dependency-cruiser.js', '--output-type', 'err-long', 'harness'];
  const bin = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const ended = spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8' });
  return { status: ended.status, output: ended.stdout + ended.stderr };
}

test('the rooms as they are break no rule', () => {
  expect(cruise('harness/checks/planted.ts', 'export const planted = 1;\n').status).toBe(0);
});

test('a check that opens a socket is refused, with the reason', () => {
  const text = "import { connect } from 'node:net';\nexport const planted = connect;\n";
  const { status, output } = cruise('harness/checks/planted.ts', text);
  expect(status).not.toBe(0);
  expect(output).toContain('checks-are-pure');
  expect(output).toContain('no I/O, no clock, no network in a check');
});

test('a contract that imports a room is refused, with the reason', () => {
  const text = "import { walk } from '../probe/walk.ts';\nexport const planted = walk;\n";
  const { status, output } = cruise('harness/contract/planted.ts', text);
  expect(status).not.toBe(0);
  expect(output).toContain('room-contract');
});
