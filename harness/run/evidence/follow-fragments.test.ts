import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Fragment } from '../../contract/fragment.ts';
import { writeFragment } from '../suites/write-fragment.ts';
import { followFragments } from './follow-fragments.ts';

function makeRun() {
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-fragments-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const heard: string[] = [];
  return { folder, heard, hear: ({ test }: Fragment) => void heard.push(test) };
}

function finish(folder: string, test: string): void {
  const facts = { suite: 'small', file: 'small.test.ts', state: 'passed', duration_ms: 1 } as const;
  writeFragment(folder, { ...facts, test, attempts: { k: 1, n: 1 } });
}

it('a test is heard of while others still run, and once', async () => {
  const { folder, heard, hear } = makeRun();
  const stop = followFragments(folder, hear);
  finish(folder, 'first');
  await vi.waitFor(() => expect(heard).toEqual(['first']), { timeout: 60_000 });
  finish(folder, 'second');
  await vi.waitFor(() => expect(heard).toEqual(['first', 'second']), { timeout: 60_000 });
  stop();
  expect(heard).toEqual(['first', 'second']);
});

it('what was written last is told before the end', () => {
  const { folder, heard, hear } = makeRun();
  const stop = followFragments(folder, hear);
  finish(folder, 'last');
  stop();
  expect(heard).toEqual(['last']);
});
