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

/** Walks the rows side by side; gives the cells that are not as they should be. */
async function findWrong(only: readonly string[], width?: number) {
  const report = await runMatrix({ only, seed: 'unit', ...(width === undefined ? {} : { width }) });
  return [
    ...report.faults.filter(({ verdict }) => verdict !== 'caught'),
    ...report.decoys.filter(({ alarms }) => alarms.length > 0),
  ];
}

test('every quick fault is caught by its own check, and no decoy alarms', async () => {
  expect(quick.length).toBeGreaterThanOrEqual(40);
  let wrong = await findWrong([...quick, ...decoyTable.map(({ id }) => id)]);
  // Rows have deadlines of half a second, which a machine that stands still breaks, too: such rows are walked again, one
  // by one. A check that is blind to its fault stays blind.
  for (let walk = 2; walk <= 4 && wrong.length > 0; walk += 1) {
    wrong = await findWrong(
      wrong.map(({ id }) => id),
      1,
    );
  }
  expect(wrong).toEqual([]);
});

test('a damage that never meets a critical event has not bitten', async () => {
  const pool = new TargetPool();
  onTestFinished(() => pool[Symbol.asyncDispose]());
  const strike = { journey: goldenPath, users: 1, damage: drop('agent_cancelled') };
  const walked = await pool.lend(strike, (target) => walkDamaged(target, strike, 'unit'));
  expect(walked.bitten).toBe(false);
});
