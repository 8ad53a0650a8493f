/**
 * `npm run bench:trials [-- --quick] [-- --json] [-- --store]`: how often the speed verdict is wrong.
 * Launches are real; trials are resampled from them. `--store` keeps the rates where the dashboard finds them.
 */
import { parseArgs } from 'node:util';
import { startNeighbours } from './neighbours.ts';
import { storeRates, type OverallRates } from './store-rates.ts';
import { resampleTrials, type Rates } from './resample-trials.ts';
import { medianSlowdown } from './median-slowdown.ts';
import { takeLaunches } from './take-launches.ts';

interface Condition {
  readonly name: 'quiet' | 'noisy';
  readonly neighbours: number;
}

interface ConditionRates {
  readonly condition: Condition['name'];
  readonly secondsPerLaunch: number;
  readonly requestsPerSlice: number;
  /** What the seeded slowdowns came to, in CPU time: below their share where little of a slice is work. */
  readonly measured10: number;
  readonly measured25: number;
  readonly same: Rates;
  readonly slower10: Rates;
  readonly slower25: Rates;
}

const conditions: readonly Condition[] = [
  { name: 'quiet', neighbours: 0 },
  { name: 'noisy', neighbours: 3 },
];

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    store: { type: 'boolean', default: false },
    seed: { type: 'string', default: 'trials' },
  },
});
const launchesPerArm = values.quick ? 24 : 40;
const trials = values.quick ? 200 : 500;

async function examine({ name, neighbours }: Condition): Promise<ConditionRates> {
  const stopNeighbours = startNeighbours(neighbours);
  const start = performance.now();
  const taken = await takeLaunches(launchesPerArm, `${values.seed} ${name}`, (done) =>
    process.stderr.write(`${name}: launch ${done} of ${launchesPerArm}\n`),
  );
  const { launches, requestsPerSlice } = taken;
  await stopNeighbours();
  const secondsPerLaunch = (performance.now() - start) / 1000 / launchesPerArm;
  const options = { trials, seed: values.seed };
  return {
    condition: name,
    secondsPerLaunch,
    requestsPerSlice,
    measured10: medianSlowdown(launches, 'slower10'),
    measured25: medianSlowdown(launches, 'slower25'),
    same: resampleTrials(launches, 'same1', options),
    slower10: resampleTrials(launches, 'slower10', options),
    slower25: resampleTrials(launches, 'slower25', options),
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8);

function printTable(rates: readonly ConditionRates[]): void {
  process.stdout.write(
    `${trials} trials per cell, resampled from ${launchesPerArm} real launches per arm and condition; share that ended "regressed" (undecided)\n` +
      'condition    same code             10 % slower           25 % slower\n',
  );
  for (const { condition, ...kinds } of rates) {
    const cells = [kinds.same, kinds.slower10, kinds.slower25].map(
      ({ regressed, undecided }) => `${percent(regressed)} (${percent(undecided)})`,
    );
    process.stdout.write(`${condition.padEnd(10)} ${cells.join('   ')}\n`);
  }
}

const startedAt = new Date();
const rates: ConditionRates[] = [];
for (const condition of conditions) rates.push(await examine(condition));

const mean = (kind: 'same' | 'slower10' | 'slower25'): number =>
  rates.reduce((sum, condition) => sum + condition[kind].regressed, 0) / rates.length;

const overall: OverallRates = {
  falseAlarmRate: mean('same'),
  detectionRate10: mean('slower10'),
  detectionRate25: mean('slower25'),
  trials: trials * conditions.length,
};
if (values.store) await storeRates(overall, startedAt, values.seed);
if (values.json) {
  const summary = { ...overall, launchesPerArm, resampled: true, conditions: rates };
  process.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
} else printTable(rates);
