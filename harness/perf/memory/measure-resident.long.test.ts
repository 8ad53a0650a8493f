import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { layOutPhase } from '../../../suites/specimens/rollout/lay-out-phase.ts';
import { measureResident } from './measure-resident.ts';

const dispatchers = [
  'dispatch/scoped/scoped-tool-dispatcher.ts',
  'dispatch/engine/assistant-tool-dispatcher.ts',
  'dispatch/shared/tool-dispatcher.ts',
];

async function layOut(phase: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-resident-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await layOutPhase(phase, folder);
  return folder;
}

const modules = (folder: string, count: number): URL[] =>
  dispatchers.slice(0, count).map((file) => pathToFileURL(join(folder, file)));

it('compares three dispatcher implementations loaded with the one that is left', async () => {
  const before = modules(await layOut('phase-0'), 3);
  const after = modules(await layOut('phase-4'), 1);
  const [rss, heap] = await measureResident({ before, after, seed: 'resident', rounds: 5 });
  expect(rss).toMatchObject({ id: 'memory.resident.rss', n: 5 });
  expect(rss?.value).toBeGreaterThan(0.5);
  expect(rss?.value).toBeLessThan(2);
  expect(heap?.reason).toMatch(/MiB before, .* MiB now/);
});

it('turns red when the new state holds more than the old one, and not when they are the same', async () => {
  const [same, heavy] = ['same-modules', 'heavy-module'].map(
    (name) => new URL(`./fixtures/${name}.ts`, import.meta.url),
  ) as [URL, URL];
  const [, unchanged] = await measureResident({ before: [same], after: [same], seed: 's' });
  expect(unchanged?.verdict).toBe('pass');
  const [, grown] = await measureResident({ before: [same], after: [same, heavy], seed: 's' });
  expect(grown?.verdict).toBe('fail');
});
