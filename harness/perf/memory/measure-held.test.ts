import { expect, it, vi } from 'vitest';
import { measureHeld } from './measure-held.ts';

// Real processes: a busy machine takes its time, and nothing here is judged by it.
vi.setConfig({ testTimeout: 120_000 });

const fixture = (name: string): URL => new URL(`./fixtures/${name}.ts`, import.meta.url);

it('weighs one live instance, against a limit', async () => {
  const options = { module: fixture('kilobyte-each'), name: 'Parcel' };
  const parcel = await measureHeld({ ...options, limit: 2000 });
  expect(parcel).toMatchObject({ id: 'memory.held.Parcel', verdict: 'pass', n: 2000 });
  expect(parcel.value).toBeGreaterThan(800);
  expect(parcel.value).toBeLessThan(1300);
  expect((await measureHeld({ ...options, limit: 500 })).verdict).toBe('fail');
});

it('says what the workload lacks', async () => {
  await expect(
    measureHeld({ module: fixture('busy-sessions'), name: 'RequestContext' }),
  ).rejects.toThrow('exports no function "hold"');
});
