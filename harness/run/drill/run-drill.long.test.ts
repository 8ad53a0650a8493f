import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigSchema } from '../../contract/config.ts';
import type { Drill } from '../../contract/drill.ts';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import { openTarget } from '../../targets/open-target.ts';
import type { Target } from '../../targets/target.ts';
import { runDrill } from './run-drill.ts';
import { openSwitchedTarget, type Sides } from './testing/open-switched-target.ts';

let folder: string;
const opened: Target[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-drill-'));
});
afterEach(async () => {
  for (const target of opened.splice(0)) await target[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function keep<Opened extends Target>(opening: Promise<Opened>): Promise<Opened> {
  const target = await opening;
  opened.push(target);
  return target;
}

async function drillBetween(sides: Sides): Promise<Drill> {
  const target = await keep(openSwitchedTarget(sides));
  const own = await keep(openEmbeddedTarget());
  const order = (path: string): string =>
    `"${process.execPath}" -e "fetch('${target.switchUrl}/${path}')"`;
  const config = ConfigSchema.parse({
    rollback: { revert: order('revert'), apply: order('apply') },
  });
  const place = { root: folder, folder, seed: 'drill', say: () => {} };
  return runDrill({ target, own, previous: 'old', config, ...place });
}

test('a sound switch loses nothing, repeats nothing, and is told with its times', async () => {
  const drill = await drillBetween({
    current: { build: 'new' },
    previous: { build: 'old' },
    how: 'kindly',
  });
  expect(drill).toMatchObject({
    current: 'desk',
    previous: 'old',
    ended: 'complete',
    newly_red: [],
    switches: [
      {
        kind: 'revert',
        from: 'desk',
        to: 'old',
        build_before: 'new',
        build_after: 'old',
        lost_runs: [],
        duplicated_events: [],
      },
      {
        kind: 'apply',
        from: 'old',
        to: 'desk',
        build_before: 'old',
        build_after: 'new',
        lost_runs: [],
        duplicated_events: [],
      },
    ],
  });
  for (const { in_flight, answered_ms = -1, settled_ms = -1 } of drill.switches) {
    expect(in_flight).toBeGreaterThan(0);
    expect(answered_ms).toBeGreaterThanOrEqual(0);
    expect(settled_ms).toBeGreaterThanOrEqual(0);
  }
  expect(drill.compared_checks.length).toBeGreaterThan(40);
  expect(drill.histories.length).toBeGreaterThan(6);
  expect(drill.timeline.map(({ at }) => at)).toEqual(
    drill.timeline.map(({ at }) => at).toSorted((a, b) => a - b),
  );
});

test('a switch that drops what was in flight loses runs', async () => {
  const drill = await drillBetween({
    current: { build: 'new' },
    previous: { build: 'old' },
    how: 'brutally',
  });
  expect(drill.switches.flatMap(({ lost_runs }) => lost_runs).length).toBeGreaterThan(0);
});

test('a reverted phase that does worse than by itself is newly red', async () => {
  const drill = await drillBetween({
    current: { build: 'new' },
    previous: { build: 'old', mutants: ['lose-tool-completed-on-throw'] },
    how: 'kindly',
  });
  expect(drill.newly_red.map(({ id }) => id)).toContain('PAIR-OPEN');
  expect(drill.switches.flatMap(({ lost_runs }) => lost_runs)).toEqual([]);
});

test('a specimen is led back and forth through its router', async () => {
  const config = ConfigSchema.parse({});
  const target = await keep(openTarget('specimen:phase-4', config));
  const own = await keep(openTarget('specimen:phase-3', config));
  const place = { root: folder, folder, seed: 'drill', say: () => {} };
  const drill = await runDrill({ target, own, previous: 'specimen:phase-3', config, ...place });
  expect(drill).toMatchObject({ current: 'phase-4', previous: 'phase-3', ended: 'complete' });
  expect(
    drill.switches.map(({ lost_runs, duplicated_events }) => [...lost_runs, ...duplicated_events]),
  ).toEqual([[], []]);
  expect(drill.newly_red).toEqual([]);
});
