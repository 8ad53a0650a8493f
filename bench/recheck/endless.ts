/**
 * Judges ten million events as they are made, with all checks on, and shows that memory does not grow with them: only
 * the ids of closed runs stay, as hashes.
 *
 *   node --expose-gc bench/recheck/endless.ts [--events 10000000] [--json]
 */
import { parseArgs } from 'node:util';
import { createJudge } from '../../harness/checks/judge/judge.ts';
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
const [first] = taken;
const last = taken.at(-1);
if (first === undefined || last === undefined || last.runs === first.runs) {
  throw new RangeError('too few events to see anything grow');
}
const claims = [
  judgeClaim({
    id: 'endless-memory',
    title: 'memory that a closed run leaves behind',
    value: (last.bytes - first.bytes) / (last.runs - first.runs),
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
const megabytes = taken.map(({ bytes }) => Math.round(bytes / 1024 / 1024));
process.stdout.write(
  values.json
    ? `${JSON.stringify({ records, runs, live_mb: megabytes, claims })}\n`
    : `${records} records, ${runs} runs; live MB: ${megabytes.join(' ')}\n${printClaims(claims)}`,
);
process.exitCode = claims.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
