import { expect, onTestFinished, test } from 'vitest';
import { goldenPath } from '../../probe/journeys/golden-path.ts';
import { drop } from '../damage/message-damages.ts';
import { decoyTable } from '../table/decoy-table.ts';
import { faultTable } from '../table/fault-table.ts';
import { runMatrix } from './run-matrix.ts';
import { TargetPool } from './target-pool.ts';
import { walkDamaged } from './walk-damaged.ts';

/** Rows that wait for long deadlines, measure time or make a burst: `npm run faults` walks them. */
const slow = new Set(['F03', 'F47', 'F53', 'F62', 'F63', 'F64', 'F74', 'F92', 'F93', 'F97']);

const quick = faultTable
  .filter(({ id, alone, platform }) => {
    const [catalogued = id] = id.split('-');
    return alone !== true && platform === undefined && !slow.has(catalogued);
  })
  .map(({ id }) => id);

test('every quick fault is caught by its own check, and no decoy alarms', async () => {
  expect(quick.length).toBeGreaterThanOrEqual(40);
  const only = [...quick, ...decoyTable.map(({ id }) => id)];
  const report = await runMatrix({ only, seed: 'unit' });
  const escaped = report.faults.filter(({ verdict }) => verdict !== 'caught');
  expect(escaped).toEqual([]);
  expect(report.decoys.filter(({ alarms }) => alarms.length > 0)).toEqual([]);
}, 120_000);

test('a damage that never meets a critical event has not bitten', async () => {
  const pool = new TargetPool();
  onTestFinished(() => pool[Symbol.asyncDispose]());
  const strike = { journey: goldenPath, users: 1, damage: drop('agent_cancelled') };
  const walked = await pool.lend(strike, (target) => walkDamaged(target, strike, 'unit'));
  expect(walked.bitten).toBe(false);
});
