import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigSchema } from '../../contract/config.ts';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import { openSwitchgear } from '../drill/open-switchgear.ts';
import { openDesk, type Desk } from './testing/open-desk.ts';
import { watchTarget } from './watch-target.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk[Symbol.asyncDispose]());

test('a platform that is killed is seen, told and ends the watch', async () => {
  const target = await openEmbeddedTarget();
  const said: string[] = [];
  const watched = await watchTarget({
    ...desk.order(target, async (round) => {
      if (round === 2) await target[Symbol.asyncDispose]();
    }),
    say: (line) => void said.push(line),
  });
  expect(said.join('\n')).toMatch(/UNKNOWN +target-reachable: (nothing|what) answers at http/);
  expect(watched).toMatchObject({ rounds: 3, worst: 'unknown' });
  expect(watched.changes).toEqual([
    { from: 'unseen', to: 'pass' },
    { from: 'pass', to: 'unknown' },
  ]);
  expect(desk.notices).toMatchObject([
    { event: 'state-change', from: 'pass', to: 'unknown', failing: [{ id: 'target-reachable' }] },
  ]);
  const kept = await desk.store.list();
  expect(kept.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'unknown']);
  // A round that passed leaves no files behind; the others do.
  expect(existsSync(join(desk.folder, 'round-0001'))).toBe(false);
  expect(existsSync(join(desk.folder, 'round-0003'))).toBe(true);
});

test('a revert that fails is told, and the watch does not pass', async () => {
  const target = await openEmbeddedTarget();
  const rollback = { revert: 'echo no way; exit 3', apply: 'true' };
  const place = { target, previous: 'old', root: desk.folder, folder: desk.folder };
  const watched = await watchTarget({
    ...desk.order(target, async (round) => {
      if (round === 1) await target[Symbol.asyncDispose]();
    }),
    gear: openSwitchgear({ ...place, config: ConfigSchema.parse({ rollback }) }),
  });
  expect(watched).toMatchObject({ worst: 'unknown', reverted: 'failed' });
  expect(desk.notices.at(-1)).toMatchObject({
    event: 'revert-failed',
    sentence: expect.stringContaining('ended with exit 3; it printed: no way') as string,
  });
});

test('what is broken from the beginning is told at once and not reverted', async () => {
  const target = await openEmbeddedTarget({ mutants: ['lose-tool-completed-on-throw'] });
  const gear = {
    current: 'new',
    previous: 'old',
    revert: () => Promise.reject(new Error('must not be asked for')),
    apply: () => Promise.resolve(undefined),
  };
  const watched = await watchTarget({ ...desk.order(target, () => Promise.resolve()), gear });
  await target[Symbol.asyncDispose]();
  expect(watched.changes).toEqual([{ from: 'unseen', to: 'fail' }]);
  expect(desk.notices).toMatchObject([{ event: 'state-change', from: 'unseen', to: 'fail' }]);
});

test('a store, a webhook and a stop that fail or come early change no verdict', async () => {
  const target = await openEmbeddedTarget();
  const said: string[] = [];
  const stop = new AbortController();
  const watched = await watchTarget({
    ...desk.order(target, (round) => {
      if (round === 2) stop.abort();
      return Promise.reject(new Error('disk full'));
    }),
    everyMs: 1,
    say: (line) => void said.push(line),
    signal: stop.signal,
  });
  await target[Symbol.asyncDispose]();
  expect(watched).toMatchObject({ rounds: 2, worst: 'pass' });
  expect(said).toContain('not kept: Error: disk full');
});
