import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ResultSchema } from '../contract/result.ts';

const bin = resolve('bin/golden-path.js');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8' });
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('a mistake of the user ends with 64, one clear message and no stack trace', () => {
  const { status, stderr } = run('gate', '--target', 'refernce');
  expect(stderr).toContain('did you mean "reference"?');
  expect(stderr).toMatch(/^ {2}next {2}\S/m);
  expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  expect(status).toBe(64);
});

test('a target that is not there is unknown, and exits with 2', () => {
  const { status, stdout } = run('gate', '--target', 'ws://127.0.0.1:9');
  expect(status).toBe(2);
  expect(stdout).toContain('nothing answers at http://127.0.0.1:9 (ECONNREFUSED)');
});

test('a target compared with itself is the same, and with a broken one is not', () => {
  const same = run('compare', 'reference', 'reference', '--quiet');
  expect(same.stdout).toMatch(/^PASS: /m);
  expect(same.status).toBe(0);
  const other = run('compare', 'reference', 'specimen:phase-0', '--quiet');
  expect(other.stdout).toMatch(/^FAIL: /m);
  expect(other.status).toBe(1);
});

test('help names every command and the exit codes', () => {
  const { status, stdout } = run('--help');
  expect(status).toBe(0);
  expect(stdout).toContain('gate');
  expect(stdout).toContain('70 fault of the harness');
});

describe('a probe', () => {
  let walked: ReturnType<typeof run>;
  let histories: string[];

  beforeAll(() => {
    walked = run('probe', '--users', '2', '--seed', 'cli', '--json', '--quiet');
    const latest = join(folder, 'reports', 'latest', 'histories');
    histories = readdirSync(latest).map((name) => join(latest, name));
  });

  test('walks the path, judges it and keeps the history', () => {
    const result = ResultSchema.parse(JSON.parse(walked.stdout));
    expect(walked.stderr).toBe('');
    expect(result.checks.find(({ id }) => id === 'PAIR-OPEN')).toMatchObject({ verdict: 'pass' });
    expect(histories).toHaveLength(1);
  });

  test('is judged again with the same bytes, however often', () => {
    const first = run('check', '--json', ...histories);
    const second = run('check', '--json', ...histories);
    expect(first.stdout).toBe(second.stdout);
    expect(first.stdout.length).toBeGreaterThan(1000);
  });

  test('where nobody watches, every check has its line on stderr, and stdout what did not pass', () => {
    const short = run('check', ...histories);
    expect(short.stderr).toMatch(/^ {2}✔ PAIR-OPEN +pass/m);
    expect(short.stdout).not.toContain('✔ PAIR-OPEN');
    expect(short.stdout).toMatch(/^[A-Z]+: /m);
    const whole = run('check', '--no-compact', ...histories);
    expect(whole.stdout).toContain('✔ PAIR-OPEN');
  });

  test('keeps a history that was cut in its last line readable, and refuses one cut in the middle', () => {
    const whole = readFileSync(histories[0] ?? '', 'utf8');
    const lines = whole.trimEnd().split('\n');
    const cut = file('cut.ndjson', whole.slice(0, -20));
    expect(run('check', '--only', 'PAIR-OPEN', cut).status).toBe(0);
    const broken = [...lines.slice(0, 5), '{"type":', ...lines.slice(6)].join('\n');
    const { status, stderr } = run('check', file('broken.ndjson', broken));
    expect(status).toBe(64);
    expect(stderr).toContain('line 6 is not a record of a history');
  });

  test('an empty history is unknown', () => {
    const whole = readFileSync(histories[0] ?? '', 'utf8');
    const { status } = run('check', file('empty.ndjson', whole.split('\n').slice(0, 1).join('\n')));
    expect(status).toBe(2);
  });
});
