/** One process, golden-path's own prober: every event parsed, validated, recorded and judged as it comes. */
import { driveLoad } from '../../harness/perf/load/drive-load.ts';
import { LatencyHistogram } from '../../harness/perf/latency/latency-histogram.ts';
import type { Outcome, Plan } from './plan.ts';
import { turnTarget } from './turn-target.ts';

const { url, sessions, turns } = JSON.parse(process.argv[2] ?? '') as Plan;
const load = { sessions, turns, everyMs: 1000, seed: 'prober' };
const seen = await driveLoad(turnTarget(url, sessions), load);
const lateness = new LatencyHistogram();
lateness.addEncoded(seen.latencies.lateness);
const failed = seen.checks.filter(({ verdict }) => verdict === 'fail');
const outcome: Outcome = {
  turns: seen.turns,
  completed: seen.completed,
  events: seen.events,
  cpuShare: seen.strain.cpuShare,
  cpuUsPerTurn: (seen.strain.cpuShare * seen.elapsedMs * 1000) / seen.turns,
  bytesPerSession: seen.memoryBytes / sessions,
  latenessMs: lateness.quantile(0.99),
  failedChecks: failed.map(({ id }) => id),
};
process.stdout.write(JSON.stringify(outcome));
process.exit();
