import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const bin = join(import.meta.dirname, '..', '..', 'bin', 'golden-path.js');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-gate-long-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...words: string[]) {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  return spawnSync(process.execPath, [bin, ...words], options);
}

test('two parts are judged together, and neither part alone is green', () => {
  const target = ['--target=specimen:phase-1', '--seed=parts', '--quiet'];
  const only = ['--only=consumer-map', '--only=suites-discovered'];
  const asked = ['gate', '--phase=1', ...target, ...only];
  const parts = ['1/2', '2/2'].map((shard, index) => {
    const file = join(folder, `part-${index + 1}.json`);
    const { status } = run(...asked, '--shard', shard, '--reporter', `json=${file}`);
    return { status, file };
  });
  expect(parts.map(({ status }) => status)).toEqual([2, 2]);
  const whole = run('report', 'merge', ...parts.map(({ file }) => file));
  expect(whole.stdout).toContain('PASS: Phase 1 is reached: 2 criteria passed on evidence.');
  expect(whole.status).toBe(0);
});

test('--bail stops at the first required criterion that fails', () => {
  const { status, stderr } = run('gate', '--phase=1', '--target=specimen:phase-0', '--bail');
  expect(status).toBe(1);
  expect(stderr).toContain('FAIL    consumer-map');
  expect(stderr).toContain('stopped: a required criterion failed (--bail)');
  expect(stderr).not.toContain('drill: ');
});

test('what was recorded may not slip: looser and without a word is red', () => {
  const criteria = { isolation: { limits: { users: 32 } } };
  const path = join(folder, 'golden-path.config.json');
  writeFileSync(path, JSON.stringify({ gate: { criteria } }));
  expect(run('gate', '--record').status).toBe(0);
  writeFileSync(path, JSON.stringify({ documents: { present: ['golden-path.config.json'] } }));
  const { status, stdout } = run('gate', '--phase', '1', '--bail');
  expect(status).toBe(1);
  expect(stdout).toContain('isolation has users 8, it was 32');
  rmSync(path);
});

test('where nobody watches, every check has its line as it is decided, and what failed comes last and whole', () => {
  const asked = ['gate', '--suite=mission-critical', '--target=specimen:phase-0'];
  const { status, stdout, stderr } = run(...asked);
  expect(status).toBe(1);
  const lines = stderr.split('\n');
  const end = lines.findIndex((line) => line.startsWith('mission-critical: '));
  const told = lines.filter((line) => /^ {2}[✔✖▲] [A-Z-]+ +(pass|fail|warn)\b/.test(line));
  expect(end).toBeGreaterThanOrEqual(0);
  expect(told.length).toBeGreaterThan(10);
  // While the suite still runs, and not when it has ended.
  expect(lines.indexOf(told[0] ?? '')).toBeLessThan(end);
  expect(told.some((line) => line.includes('✔ LIFE-START'))).toBe(true);
  expect(stdout).not.toContain('✔ LIFE-START');
  const failed = told
    .filter((line) => line.includes('✖'))
    .map((line) => line.trim().split(/ +/)[1]);
  expect(failed.length).toBeGreaterThan(0);
  for (const id of failed) expect(stdout).toContain(id);
  expect(stdout).toMatch(/^FAIL: /m);
});
