/**
 * False alarms: clean journeys on a sound platform, users interleaved, all checks on.
 *
 *   node --conditions=golden-path-source bench/trials/clean.ts [--journeys 1000] [--users 8] [--seed clean] [--json]
 */
import { parseArgs } from 'node:util';
import { judgeHistory } from '../../harness/checks/judge/judge-history.ts';
import { inLanes } from '../../harness/faults/matrix/in-lanes.ts';
import { alarmsOf } from '../../harness/faults/matrix/judge-cell.ts';
import { TargetPool } from '../../harness/faults/matrix/target-pool.ts';
import { goldenPath } from '../../harness/probe/journeys/golden-path.ts';
import { walk } from '../../harness/probe/walk.ts';
import { judgeClaim, printClaims } from '../claim.ts';

const { values } = parseArgs({
  options: {
    journeys: { type: 'string', default: '1000' },
    users: { type: 'string', default: '8' },
    seed: { type: 'string', default: 'clean' },
    json: { type: 'boolean', default: false },
  },
});
const users = Number(values.users);

/** Journeys at the same time; each has users of its own. */
const width = 4;

const alarms: { readonly seed: string; readonly checks: readonly string[] }[] = [];
let events = 0;
let done = 0;
const pool = new TargetPool();
const trials = Array.from({ length: Number(values.journeys) }, (_, index) => index);
await inLanes(trials, width, async (trial) => {
  const seed = `${values.seed}-${trial}`;
  const history = await pool.lend({ journey: goldenPath, users }, (target) =>
    walk(target, goldenPath, { users, seed, lingerMs: 20 }),
  );
  for (const record of history.records) if (record.type === 'frame') events += record.events.length;
  const checks = alarmsOf(judgeHistory(history));
  if (checks.length > 0) alarms.push({ seed, checks });
  done += 1;
  if (done % 100 === 0) process.stderr.write(`${done}/${trials.length}\n`);
});
await pool[Symbol.asyncDispose]();

const claims = [
  judgeClaim({
    id: 'clean-alarms',
    title: `alarms in ${done} clean journeys of ${users} users`,
    value: alarms.length,
    unit: 'journeys',
    limit: 0,
    better: 'lower',
  }),
];
process.stdout.write(
  values.json
    ? `${JSON.stringify({ journeys: done, users, events, alarms, claims })}\n`
    : `${done} journeys, ${events} events\n${alarms.map(({ seed, checks }) => `  ${seed}: ${checks.join(', ')}\n`).join('')}${printClaims(claims)}`,
);
process.exitCode = alarms.length > 0 || done === 0 ? 1 : 0;
