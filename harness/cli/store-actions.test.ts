import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { failingResult, passingResult } from '../report/test-support/sample-results.ts';
import { keepResult } from '../run/keep-result.ts';
import { command } from './commands/report.ts';

let folder: string;
let store: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-store-'));
  store = join(folder, 'results.sqlite');
  for (const result of [passingResult, failingResult]) await keepResult(result, store);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What `golden-path report …` writes to stdout. */
async function report(operands: readonly string[], options: object = {}): Promise<string> {
  let written = '';
  const screen = { width: 100, colour: false, unicode: true };
  const console = {
    screen,
    sideScreen: screen,
    watched: false,
    compact: false,
    write: (text: string) => void (written += text),
    say: () => {},
  };
  const { signal } = new AbortController();
  const input = { operands, options: { store, ...options }, signal };
  expect(await command.run(input, console)).toBe(0);
  return written;
}

it('carries a store as a file into another one, once', async () => {
  const file = join(folder, 'deep', 'past.ndjson');
  await report(['export', file]);
  expect(readdirSync(join(folder, 'deep'))).toEqual(['past.ndjson']);
  const other = { store: join(folder, 'other.sqlite') };
  expect(await report(['import', file], other)).toBe(`${file}: 2 new\n`);
  expect(await report(['import', file], other)).toBe(`${file}: 0 new\n`);
  expect(await report(['export'], other)).toBe(readFileSync(file, 'utf8'));
});

it('removes what retention does not keep', async () => {
  expect(await report(['prune'], { days: '1000000' })).toBe('0 removed\n');
  await keepResult(
    { ...passingResult, run_id: 'newer', started_at: '2099-01-01T00:00:00Z' },
    store,
  );
  expect(await report(['prune'], { keep: '1' })).toBe('1 removed\n');
  expect(await report(['prune'], { days: '0' })).toBe('1 removed\n');
  expect((await report(['export'])).trimEnd().split('\n')).toHaveLength(1);
});

it.each([
  [['prune'], 'USAGE'],
  [['import'], 'USAGE'],
  [['import', 'nowhere.ndjson'], 'RESULT_UNREADABLE'],
])('%j is a mistake of the user', async (operands, code) => {
  await expect(report(operands)).rejects.toMatchObject({ code });
});

it('says which line is no result', async () => {
  const file = join(folder, 'half.ndjson');
  writeFileSync(file, `${JSON.stringify(passingResult)}\n{"half":\n`);
  await expect(report(['import', file])).rejects.toMatchObject({
    code: 'RESULT_UNREADABLE',
    message: 'line 2 is not a result',
  });
});

it('writes what Grafana and Prometheus import', async () => {
  const out = join(folder, 'grafana');
  expect(await report(['grafana'], { out })).toContain('alert-rules.yml');
  const dashboard = readFileSync(join(out, 'dashboard.json'), 'utf8');
  expect(JSON.parse(dashboard)).toMatchObject({
    title: expect.stringContaining('olden') as string,
  });
  expect(readFileSync(join(out, 'alert-rules.yml'), 'utf8')).toContain('golden_path_verdict');
});
