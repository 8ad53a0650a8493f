import { expect, it } from 'vitest';
import { measureHeld } from './measure-held.ts';

const fixture = (name: string): URL => new URL(`./fixtures/${name}.ts`, import.meta.url);

it('weighs one live instance, against a limit', async () => {
  const options = { module: fixture('kilobyte-each'), name: 'Parcel' };
  // How much a kilobyte of numbers takes is the engine's own affair, and its heap drifts: limits that are far away.
  const parcel = await measureHeld({ ...options, limit: 20_000 });
  expect(parcel).toMatchObject({ id: 'memory.held.Parcel', verdict: 'pass', n: 2000 });
  expect((await measureHeld({ ...options, limit: 50 })).verdict).toBe('fail');
});

it('says what the workload lacks', async () => {
  await expect(
    measureHeld({ module: fixture('busy-sessions'), name: 'RequestContext' }),
  ).rejects.toThrow('exports no function "hold"');
});
