import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

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

  test('a place where nothing can be kept, and the platform that was started for it is gone', () => {
    const cwd = join(folder, 'taken-place');
    mkdirSync(cwd);
    file('taken-place/reports', '');
    const words = [bin, 'probe', 'reference', '--users', '1'];
    const options = { cwd, encoding: 'utf8', timeout: 200_000 } as const;
    const { status, stderr } = spawnSync(process.execPath, words, options);
    expect(stderr).toContain('FILE_REFUSED');
    expect(status).toBe(64);
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
    [{ run: { p95: '0 ms' } }, 'budgets.run.p95: a budget of zero can never be kept'],
  ])('a budget that is none, before anything runs: %j', (budgets, message) => {
    const config = file('budgets.json', JSON.stringify({ budgets }));
    const { status, stderr } = run('bench', '--config', config);
    expect(status).toBe(64);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('sessions take');
  });

  test('a workload file that is not there, before anything runs', () => {
    const config = file('no-workload.json', '{"bench": {"workloads": ["no-such.ts"]}}');
    const { status, stderr } = run('bench', '--config', config);
    expect(status).toBe(64);
    expect(stderr).toContain('bench.workloads: there is no file "no-such.ts"');
    expect(stderr).not.toContain('launch');
  });

  test('ratios to a commit that are to be recorded as levels', () => {
    const { status, stderr } = run('bench', '--record', '--against', 'HEAD');
    expect(status).toBe(64);
    expect(stderr).toContain('use one of them');
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
