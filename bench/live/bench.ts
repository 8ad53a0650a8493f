/**
 * What it costs to check live: the probe beside a bare `ws` client that only receives, each a process of its own beside a
 * server of its own, the same turns by the same schedule. All are open at once and take turns in short slices, so that
 * whatever else the machine does meets them alike; the first slices only warm up.
 *
 *   node --conditions=golden-path-source bench/live/bench.ts [--connections 100,1000,5000] [--turns-per-second 1000]
 *     [--warm-up 6] [--rounds 10] [--arms bare,parsed,ring,full] [--json]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeClaim, printClaims, type Claim } from '../claim.ts';
import { openArm, type ArmApart } from './arm-apart.ts';
import { arms, type Arm, type Slice, type Used } from './plan.ts';

const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '100,1000,5000' },
    'turns-per-second': { type: 'string', default: '1000' },
    'warm-up': { type: 'string', default: '6' },
    rounds: { type: 'string', default: '10' },
    arms: { type: 'string', default: arms.join(',') },
    json: { type: 'boolean', default: false },
  },
});
const chosen = arms.filter((arm) => values.arms.split(',').includes(arm));
const sliceMs = 1_000;
const slice: Slice = { turns: Number(values['turns-per-second']), ms: sliceMs };
const folder = mkdtempSync(join(tmpdir(), 'live-'));

interface Taken {
  readonly used: Record<Arm, Used[]>;
  readonly failed: readonly string[];
}

async function measure(connections: number): Promise<Taken> {
  const used: Record<Arm, Used[]> = { bare: [], parsed: [], ring: [], full: [] };
  const open: ArmApart[] = [];
  for (const arm of chosen) {
    const file = arm === 'full' ? join(folder, 'history.ndjson') : undefined;
    open.push(await openArm({ arm, sessions: connections, file }));
  }
  for (let second = 0; second < Number(values['warm-up']); second += 1) {
    for (const client of open) await client.take(slice);
  }
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const order = round % 2 === 0 ? open : open.toReversed();
    for (const client of order) used[client.arm].push(await client.take(slice));
  }
  const failed = [];
  for (const client of open) failed.push(...(await client.close()));
  return { used, failed: [...new Set(failed)] };
}

function median(samples: readonly number[]): number {
  return samples.toSorted((left, right) => left - right)[Math.floor(samples.length / 2)] ?? NaN;
}

const cpu = ({ cpuUs, events }: Used): number => cpuUs / events;
const rate = ({ ms, events }: Used): number => (events / ms) * 1000;

const loadBefore = loadavg()[0];
const sized = [];
const claims: Claim[] = [];
for (const connections of values.connections.split(',').map(Number)) {
  const { used, failed } = await measure(connections);
  // Round by round, because what else the machine does changes from one to the next.
  const ratio = (arm: Arm, read: (one: Used) => number): number =>
    median(
      used[arm].map((one, round) => {
        const bare = used.bare[round];
        return bare === undefined ? NaN : read(one) / read(bare);
      }),
    );
  const row = chosen.map((arm) => ({
    arm,
    cpuUsPerEvent: median(used[arm].map(cpu)),
    systemUsPerEvent: median(used[arm].map(({ systemUs, events }) => systemUs / events)),
    timesBare: ratio(arm, cpu),
    eventsPerSecond: median(used[arm].map(rate)),
  }));
  sized.push({ connections, arms: row, failed });
  const claim = (
    id: string,
    title: string,
    value: number,
    limit: number,
    better: Claim['better'],
  ): void =>
    void claims.push(
      judgeClaim({
        id: `${id}-${connections}`,
        title: `${title}, ${connections} connections`,
        value,
        unit: '× bare',
        limit,
        better,
      }),
    );
  claim('live-ring', 'CPU per event, live checks and a ring', ratio('ring', cpu), 1.35, 'lower');
  claim('live-full', 'CPU per event, full history', ratio('full', cpu), 1.8, 'lower');
  claim(
    'live-rate',
    'events per second, live checks and a ring',
    ratio('ring', rate),
    0.9,
    'higher',
  );
}
rmSync(folder, { recursive: true });
if (values.json) {
  process.stdout.write(
    `${JSON.stringify({ load: { before: loadBefore, after: loadavg()[0] }, sized, claims }, null, 2)}\n`,
  );
} else {
  for (const { connections, arms: row, failed } of sized) {
    process.stdout.write(
      `${connections} connections${failed.length > 0 ? `, FAILED ${failed.join(', ')}` : ''}\n`,
    );
    for (const { arm, cpuUsPerEvent, systemUsPerEvent, timesBare, eventsPerSecond } of row) {
      process.stdout.write(
        `  ${arm.padEnd(6)} ${cpuUsPerEvent.toFixed(1).padStart(6)} µs CPU per event, ${systemUsPerEvent.toFixed(1).padStart(5)} of it the system's  ${timesBare.toFixed(2).padStart(5)} × bare ${eventsPerSecond.toFixed(0).padStart(7)} events/s\n`,
      );
    }
  }
  process.stdout.write(printClaims(claims));
}
process.exitCode = claims.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
