/**
 * Judges ten million events as they are made, with all checks on, and shows that memory does not grow with them: only
 * the ids of closed runs stay, as hashes.
 *
 *   node --expose-gc bench/recheck/endless.ts [--events 10000000] [--json]
 */
import { parseArgs } from 'node:util';
import { createJudge } from '../../harness/checks/judge/judge.ts';
import { fitSlope } from '../../harness/perf/stats/slope.ts';
import { judgeClaim, printClaims } from '../claim.ts';
import { header, makeHistory } from './make-history.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '10000000' },
    json: { type: 'boolean', default: false },
  },
});
const events = Number(values.events);
const samples = 10;
/** All sessions begin their runs together: memory is looked at whenever the first one begins one, never in between. */
const firstSession = 'user-0#1';
const sessions = 100;
const eventsPerRound = sessions * 11;
const roundsPerSample = Math.max(1, Math.round(events / eventsPerRound / samples));

/** Everything that is alive, typed arrays included. The first collection leaves what the second one frees. */
function liveBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

interface Sample {
  readonly runs: number;
  readonly bytes: number;
}

const judge = createJudge(header.promises);
const taken: Sample[] = [];
let records = 0;
let runs = 0;
let rounds = 0;
for (const record of makeHistory(events, sessions)) {
  judge.step(record);
  records += 1;
  if (record.type !== 'act') continue;
  runs += 1;
  if (record.connection !== firstSession) continue;
  rounds += 1;
  if (rounds % roundsPerSample === 0) taken.push({ runs, bytes: liveBytes() });
}
const alarms = judge.end().filter(({ verdict }) => verdict === 'fail').length;

// The first tenth fills what is bounded; what grows after it grows with the events.
const growth = fitSlope(
  taken.map((sample) => sample.runs),
  taken.map(({ bytes }) => bytes),
);
const claims = [
  judgeClaim({
    id: 'endless-memory',
    title: 'memory that a closed run leaves behind',
    value: growth.value,
    interval: growth.interval,
    unit: 'bytes per run',
    limit: 16,
    better: 'lower',
  }),
  judgeClaim({
    id: 'endless-alarms',
    title: 'alarms on a clean history',
    value: alarms,
    unit: 'checks',
    limit: 0,
    better: 'lower',
  }),
];
const undecided = claims.some(({ verdict }) => verdict === 'unknown');
const [low, high] = growth.interval.map(Math.round);
const more = undecided
  ? `  between ${low} and ${high} bytes per run: too few events to tell, ask for more (--events)\n`
  : '';
const megabytes = taken.map(({ bytes }) => Math.round(bytes / 1024 / 1024));
process.stdout.write(
  values.json
    ? `${JSON.stringify({ records, runs, live_mb: megabytes, claims })}\n`
    : `${records} records, ${runs} runs; live MB: ${megabytes.join(' ')}\n${printClaims(claims)}${more}`,
);
const broken = claims.some(({ verdict }) => verdict === 'broken');
process.exitCode = broken ? 1 : undecided ? 2 : 0;
