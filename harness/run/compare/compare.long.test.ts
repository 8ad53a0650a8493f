import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigSchema } from '../../contract/config.ts';
import { openTarget } from '../../targets/open-target.ts';
import type { Target } from '../../targets/target.ts';
import { compareTargets } from './compare-targets.ts';
import { measureEventLoss } from './measure-event-loss.ts';
import type { SidesOrder } from './sides-order.ts';

let folder: string;
const opened: Target[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-compare-'));
});
afterEach(async () => {
  for (const target of opened.splice(0)) await target[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function sides(old: string, next: string): Promise<SidesOrder> {
  for (const name of [old, next]) opened.push(await openTarget(name, ConfigSchema.parse({})));
  const [first, second] = opened;
  if (first === undefined || second === undefined) throw new Error('both are open');
  return { old: first, next: second, folder, seed: 'compare', say: () => {} };
}

test('a phase that changes nothing people see is equal, and loses less than the one before', async () => {
  const order = await sides('specimen:phase-2', 'specimen:phase-3');
  const { journeys, problem } = await compareTargets(order);
  expect(problem).toBeUndefined();
  expect(journeys.map(({ verdict }) => verdict)).toEqual(journeys.map(() => 'pass'));
  const { faults } = await measureEventLoss(order);
  expect(faults.map(({ new: { lost } }) => lost)).toEqual(faults.map(() => 0));
  expect(faults.map(({ no_bite: idle }) => idle)).toEqual(faults.map(() => false));
  expect(faults.find(({ fault }) => fault === 'away-during-run')?.old.lost).toBeGreaterThan(0);
});

test('a phase that tells another story differs, and loses what the one before kept', async () => {
  const order = await sides('specimen:phase-1', 'specimen:phase-2');
  const { journeys } = await compareTargets(order);
  const golden = journeys.find(({ journey }) => journey === 'golden-path');
  expect(golden?.verdict).toBe('fail');
  expect(golden?.differences.length).toBeGreaterThan(0);
  const { faults } = await measureEventLoss(order);
  const away = faults.find(({ fault }) => fault === 'away-during-run');
  expect(away?.old.lost).toBe(0);
  expect(away?.new.lost).toBeGreaterThan(0);
  expect(away?.example).toMatch(/never told \d+ /);
});
