/**
 * What it costs to check live: the probe beside a bare `ws` client that only receives, each in a process of its own, the
 * server in a third, the same turns by the same schedule, arms in turns.
 *
 *   node --conditions=golden-path-source bench/live/bench.ts [--connections 100,1000,5000] [--seconds 10] [--rounds 3] [--json]
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { judgeClaim, printClaims, type Claim } from '../claim.ts';
import { openTurnServer } from '../prober/turn-server-apart.ts';
import { arms, type Arm, type Outcome } from './plan.ts';

const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '100,1000,5000' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
/** All connections together, at every size: 6,000 frames a second, which no arm is too slow for on an idle machine. */
const turnsPerSecond = 1_000;
const folder = mkdtempSync(join(tmpdir(), 'live-'));

async function drive(arm: Arm, sessions: number): Promise<Outcome> {
  const server = await openTurnServer();
  try {
    const script = new URL('drive.ts', import.meta.url).pathname;
    const file = arm === 'full' ? join(folder, 'history.ndjson') : undefined;
    const everyMs = (sessions * 1000) / turnsPerSecond;
    const turns = Math.max(1, Math.round((Number(values.seconds) * 1000) / everyMs));
    const plan = JSON.stringify({ arm, url: server.url, sessions, turns, everyMs, file });
    const args = ['--conditions=golden-path-source', script, plan];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return JSON.parse(stdout) as Outcome;
  } finally {
    await server.close();
  }
}

function median(samples: readonly number[]): number {
  return samples.toSorted((left, right) => left - right)[Math.floor(samples.length / 2)] ?? NaN;
}

const loadBefore = loadavg()[0];
const sized = [];
const claims: Claim[] = [];
for (const connections of values.connections.split(',').map(Number)) {
  const taken: Record<Arm, Outcome[]> = { bare: [], parsed: [], ring: [], full: [] };
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const order = round % 2 === 0 ? arms : arms.toReversed();
    for (const arm of order) taken[arm].push(await drive(arm, connections));
  }
  const of = (arm: Arm, read: (outcome: Outcome) => number): number => median(taken[arm].map(read));
  // Round by round, because what else the machine does changes from one to the next.
  const readBare = (round: number, read: (outcome: Outcome) => number): number => {
    const bare = taken.bare[round];
    return bare === undefined ? NaN : read(bare);
  };
  const ratio = (arm: Arm, read: (outcome: Outcome) => number): number =>
    median(taken[arm].map((outcome, round) => read(outcome) / readBare(round, read)));
  const cpu = ({ cpuUsPerEvent }: Outcome): number => cpuUsPerEvent;
  const rate = ({ eventsPerSecond }: Outcome): number => eventsPerSecond;
  const row = arms.map((arm) => ({
    arm,
    cpuUsPerEvent: of(arm, cpu),
    eventsPerSecond: of(arm, rate),
  }));
  const failed = [...new Set([...taken.ring, ...taken.full].flatMap((one) => one.failedChecks))];
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
    for (const { arm, cpuUsPerEvent, eventsPerSecond } of row) {
      process.stdout.write(
        `  ${arm.padEnd(6)} ${cpuUsPerEvent.toFixed(1).padStart(6)} µs CPU per event ${eventsPerSecond.toFixed(0).padStart(7)} events/s\n`,
      );
    }
  }
  process.stdout.write(printClaims(claims));
}
process.exitCode = claims.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
