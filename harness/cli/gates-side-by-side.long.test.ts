import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ResultSchema, type Result } from '../contract/result.ts';
import { openStore } from '../report/store/open-store.ts';
import { copyOurs, smallSuite, smallSuiteSource, type BrokenCopy } from './testing/copy-of-ours.ts';

let copy: BrokenCopy;
let folder: string;
beforeAll(() => {
  copy = copyOurs();
});
afterAll(() => copy[Symbol.dispose]());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-side-by-side-'));
});
afterEach(() => {
  copy.write(smallSuite, smallSuiteSource());
  rmSync(folder, { recursive: true, force: true });
});

async function gate(): Promise<{ status: number; said: string }> {
  const words = [copy.bin, 'gate', '--suite', 'mission-critical'];
  const child = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  const said = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = (await ended) as [number];
  return { status, said: said.join('\n') };
}

function results(): Result[] {
  const runs = readdirSync(join(folder, 'reports')).filter((name) => /^\d/.test(name));
  return runs.map((name) => {
    const stored = readFileSync(join(folder, 'reports', name, 'result.json'), 'utf8');
    return ResultSchema.parse(JSON.parse(stored));
  });
}

test('gates in one folder at the same time do not touch each other', async () => {
  const ended = await Promise.all([gate(), gate(), gate()]);
  expect(ended.map(({ status }) => status)).toEqual([0, 0, 0]);
  for (const { said } of ended) expect(said).not.toContain('not kept');
  const runs = results();
  expect(new Set(runs.map(({ run_id: id }) => id)).size).toBe(3);
  expect(new Set(runs.map(({ seed }) => seed)).size).toBe(3);
  for (const { tests, timelines } of runs) {
    expect(tests.map((one) => one.test)).toEqual(['people chat']);
    expect(timelines).toHaveLength(1);
  }
  const store = await openStore(join(folder, 'reports', 'results.sqlite'));
  const kept = await store.list();
  await store.close();
  expect(kept.map(({ run_id: id }) => id).toSorted()).toEqual(
    runs.map(({ run_id: id }) => id).toSorted(),
  );
});

test.each([
  ['a variable', `process.env.LEFT = 'behind';`, 'it left process.env.LEFT changed'],
  [
    'a server',
    `const { createServer } = await import('node:net');
     await new Promise((resolve) => createServer().listen(0, '127.0.0.1', resolve));`,
    'it left 1 server listening',
  ],
  [
    'a clock',
    `const { vi } = await import('vitest'); vi.useFakeTimers({ toFake: ['Date'] });`,
    'it left another clock in place',
  ],
])('a test that leaves %s behind turns its suite red', async (_title, leak, sentence) => {
  copy.write(smallSuite, smallSuiteSource(leak));
  const { status, said } = await gate();
  expect(said).toContain(sentence);
  expect(status).toBe(1);
});
