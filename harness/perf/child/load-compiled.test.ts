import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { ArithmeticCalls } from './fixtures/arithmetic.ts';
import { moduleBeside } from './module-beside.ts';
import { startChild } from './start-child.ts';

it('leaves what it compiled to the next process, even where it is ended by a signal', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-compiled-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const child = startChild<ArithmeticCalls>(
    moduleBeside(import.meta.url, 'fixtures/compiled-arithmetic'),
    { env: { NODE_COMPILE_CACHE: '', TMPDIR: folder, TEMP: folder } },
  );
  expect(await child.call('double', 21)).toBe(42);
  await child.close();
  const left = await readdir(folder, { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile()).length).toBeGreaterThan(0);
});
