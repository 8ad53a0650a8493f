/** One process, golden-path's own prober: every event parsed, validated, recorded and judged as it comes. */
import { loadCompiled } from '../../harness/perf/child/load-compiled.ts';
import { distrustTimed, findBottleneck } from '../../harness/perf/watch/find-bottleneck.ts';
import type { Outcome, Plan } from './plan.ts';

// As the product's prober starts.
const { driveLoad, LatencyHistogram, turnTarget } = await loadCompiled(() => import('./prober.ts'));

const { url, sessions, turns } = JSON.parse(process.argv[2] ?? '') as Plan;
const load = { sessions, turns, everyMs: 1000, seed: 'prober' };
const seen = await driveLoad(turnTarget(url, sessions), load);
const lateness = new LatencyHistogram();
lateness.addEncoded(seen.latencies.lateness);
// As `golden-path bench` does: a prober that was late itself convicts nobody of lateness.
const doubt = findBottleneck(seen.strain);
const failed = distrustTimed(seen.checks, doubt).filter(({ verdict }) => verdict === 'fail');
const outcome: Outcome = {
  turns: seen.turns,
  completed: seen.completed,
  events: seen.events,
  cpuShare: seen.strain.cpuShare,
  cpuUsPerTurn: (seen.strain.cpuShare * seen.elapsedMs * 1000) / seen.turns,
  bytesPerSession: seen.memoryBytes / sessions,
  latenessMs: lateness.quantile(0.99),
  failedChecks: failed.map(({ id }) => id),
  ...(doubt === undefined ? {} : { doubt }),
};
process.stdout.write(JSON.stringify(outcome));
process.exit();
