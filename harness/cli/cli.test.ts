import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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

describe('a mistake of the user ends with 64, one clear message and no stack trace', () => {
  test.each([
    [['gaet'], "error USAGE  unknown command 'gaet'"],
    [['gate', '--targt', 'x'], "unknown option '--targt'"],
    [['gate', '--suite', 'all'], 'Allowed choices are mission-critical'],
    [['gate', '--target', 'refernce'], 'did you mean "reference"?'],
    [['gate', '--target', 'specimen:phase-9'], 'there is no specimen "phase-9"'],
    [['gate', '--reporter', 'pdf=x'], 'there is no reporter "pdf"'],
    [['gate', '--reporter', 'json'], 'write json=PATH'],
    [['gate', '--config', 'nowhere.ts'], 'CONFIG_UNREADABLE  there is no such file'],
    [['gate', '--config', '.'], 'CONFIG_UNREADABLE  this is no file'],
    [['gate', '--shard', '3/2'], '--shard 3/2: a shard is i/n with i up to n'],
    [['probe', '--users', 'many'], '--users many: '],
    [['probe', 'http://'], '"http://" is no address'],
    [['probe', 'reference', '--profile', 'mcp'], 'reference speaks the profile "reference"'],
    [['check'], "missing required argument 'history'"],
    [['check', 'nowhere.ndjson'], 'HISTORY_UNREADABLE'],
    [['check', '.'], 'HISTORY_UNREADABLE  this is a folder'],
    [['explain', 'PAIR-OPN'], 'did you mean "PAIR-OPEN"?'],
    [['compare', 'a.ndjson', 'b.ndjson'], 'give the second one with --again'],
    [['report', 'nonsense'], 'is not something to do with a report'],
    [['report', 'show', 'nowhere.json'], 'RESULT_UNREADABLE'],
    [['report', 'build', '--store', 'nowhere.sqlite'], 'there is no such result store'],
    [['report', 'import', 'x', '--store', 'mysql://x/y'], '"mysql" is no store that is known'],
    [['audit', 'nowhere'], 'there is no folder "nowhere"'],
    [['audit', '--accept', 'x'], '--accept needs --reason and --until'],
  ])('%j', (words, message) => {
    const { status, stderr } = run(...words);
    expect(stderr).toContain(message);
    expect(status).toBe(64);
    expect(stderr).toMatch(/^ {2}next {2}\S/m);
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });

  test('a configuration in a package that is no module, and the name under which it is read', () => {
    const project = join(folder, 'no-module');
    mkdirSync(project);
    const list = (): ReturnType<typeof run> =>
      spawnSync(process.execPath, [bin, 'gate', '--list', '--phase', '1'], {
        cwd: project,
        encoding: 'utf8',
      });
    file('no-module/package.json', '{"type": "commonjs"}');
    const plain = file(
      'no-module/golden-path.config.ts',
      "import process from 'node:process'; export default { target: process.title };",
    );
    const refused = list();
    expect(refused.stderr).toContain('name the file .mts');
    expect(refused.status).toBe(64);
    renameSync(plain, join(project, 'golden-path.config.mts'));
    expect(list().status).toBe(0);
  });

  test('a configuration that exports none', () => {
    const { status, stderr } = run('gate', '--config', file('none.ts', 'export const gate = 1;'));
    expect(status).toBe(64);
    expect(stderr).toContain('CONFIG_UNREADABLE  it exports no configuration');
  });

  test('a file that stands where a folder is needed', () => {
    const { status, stderr } = run('report', 'grafana', '--out', file('taken', ''));
    expect(status).toBe(64);
    expect(stderr).toMatch(/^error FILE_REFUSED {2}EEXIST/);
  });

  test('a first line that is JSON and no header', () => {
    const { status, stderr } = run('check', file('other.ndjson', '{}\n'));
    expect(status).toBe(64);
    expect(stderr).toMatch(/line 1 is not a record of a history: \w+: /);
  });

  test('a config with a misspelt key', () => {
    const config = file('wrong.json', '{"targts": {}}');
    const { status, stderr } = run('gate', '--config', config);
    expect(status).toBe(64);
    expect(stderr).toContain('"targts" is not a known key (did you mean "targets"?)');
    expect(stderr).toContain(config);
  });

  test.each([
    [{ firstEvent: { p95: 'fast' } }, '"fast" is not a duration (write "500 ms"'],
    [{ run: { p90: '1 s' } }, '"p90" is not a known key'],
    [{ memoryPerSession: '40' }, '"40" is not a size (write "512 B"'],
    [{ growthPer1000Requests: '-1 KB' }, '"-1 KB" is not a size'],
  ])('a budget that is none, before anything runs: %j', (budgets, message) => {
    const config = file('budgets.json', JSON.stringify({ budgets }));
    const { status, stderr } = run('bench', '--config', config);
    expect(status).toBe(64);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('sessions take');
  });

  test('a history of another format', () => {
    const history = file('old.ndjson', '{"format": 99, "tool_version": "9.9.9"}\n');
    const { status, stderr } = run('check', history);
    expect(status).toBe(64);
    expect(stderr).toContain('history format 99, written by golden-path 9.9.9');
  });

  test('with --json the error is one JSON document', () => {
    const { stderr } = run('gate', '--json', '--target', 'refernce');
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'TARGET_UNKNOWN' } });
    expect(JSON.parse(run('gate', '--json', '--targt', 'x').stderr)).toMatchObject({
      error: { code: 'USAGE', message: expect.stringContaining("unknown option '--targt'") },
    });
  });
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
