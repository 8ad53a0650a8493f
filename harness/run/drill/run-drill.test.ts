import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ConfigSchema } from '../../contract/config.ts';
import type { Drill } from '../../contract/drill.ts';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import type { Target } from '../../targets/target.ts';
import { runDrill } from './run-drill.ts';

let target: Target;
let folder: string;
/** The same keys would be taken for the same messages. */
let drills = 0;
beforeAll(async () => {
  target = await openEmbeddedTarget({ build: 'new' });
});
afterAll(() => target[Symbol.asyncDispose]());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-drill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function drill(rollback?: object, signal?: AbortSignal): Promise<Drill> {
  const config = ConfigSchema.parse(rollback === undefined ? {} : { rollback });
  drills += 1;
  const place = { root: folder, folder, seed: `drill-${drills}`, say: () => {}, signal };
  return runDrill({ target, previous: 'old', config, ...place });
}

test('a target without a switch has no way back, and that is a finding', async () => {
  const { ended, problem, switches, timeline } = await drill();
  expect(ended).toBe('no-way-back');
  expect(problem).toContain('there is no way back from reference');
  expect(switches).toEqual([]);
  expect(timeline).toHaveLength(1);
});

test('a revert that fails is told with what it printed, and the target is not left there', async () => {
  const { ended, problem, switches } = await drill({
    revert: 'echo the database is newer; exit 3',
    apply: 'touch applied',
  });
  expect(ended).toBe('failed');
  expect(problem).toContain('ended with exit 3; it printed: the database is newer');
  expect(switches.map(({ kind }) => kind)).toEqual(['revert', 'apply']);
  expect(existsSync(join(folder, 'applied'))).toBe(true);
});

test('a revert without end is ended', async () => {
  const { ended, problem } = await drill({ revert: 'sleep 600', apply: 'true', within: '200 ms' });
  expect(ended).toBe('failed');
  expect(problem).toContain('"sleep 600" ended with timed out');
});

test('commands that switch nothing are seen by the build that answers', async () => {
  const { ended, problem } = await drill({ revert: 'true', apply: 'true' });
  expect(ended).toBe('failed');
  expect(problem).toContain('the revert is said to be done, and new still answers');
});

test('an interrupted drill claims nothing', async () => {
  const { ended, switches } = await drill({ revert: 'true', apply: 'true' }, AbortSignal.abort());
  expect({ ended, switches }).toEqual({ ended: 'interrupted', switches: [] });
});

test('a target that is gone breaks the drill off', async () => {
  const gone = { ...target, url: 'http://127.0.0.1:9' };
  const config = ConfigSchema.parse({ rollback: { revert: 'true', apply: 'true' } });
  const place = { root: folder, folder, seed: 'drill', say: () => {} };
  const { ended, problem } = await runDrill({ target: gone, previous: 'old', config, ...place });
  expect(ended).toBe('interrupted');
  expect(problem).toContain('nothing answers at http://127.0.0.1:9');
});
