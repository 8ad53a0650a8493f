import type { Measurement } from '../../contract/measurement.ts';
import { LatencyHistogram } from '../latency/latency-histogram.ts';
import { measureLatency, type LatencyLimits } from '../latency/measure-latency.ts';
import { distrust, findBottleneck } from '../watch/find-bottleneck.ts';
import type { LoadLatency, LoadOutcome } from './load-outcome.ts';
import { describeWrongAnswers } from './wrong-answers.ts';

export type LoadLimits = Partial<Readonly<Record<LoadLatency, LatencyLimits>>>;

const titles: Readonly<Record<LoadLatency, string>> = {
  handshake: 'from dialling to an open connection',
  'first-event': 'from the intended start of a turn to its first event',
  run: 'from the intended start of a turn to its end',
  tool: 'from a tool announced to its completion',
  lateness: 'how late the prober itself began its turns',
};

const sum = (outcomes: readonly LoadOutcome[], count: (outcome: LoadOutcome) => number): number =>
  outcomes.reduce((total, outcome) => total + count(outcome), 0);

function merge(outcomes: readonly LoadOutcome[], name: LoadLatency): LatencyHistogram {
  const histogram = new LatencyHistogram();
  for (const { latencies } of outcomes) histogram.addEncoded(latencies[name]);
  return histogram;
}

/** What was asked for and did not come: never allowed. */
function measureMissing(id: string, title: string, missing: number, n: number): Measurement {
  const verdict = n === 0 ? 'unknown' : missing > 0 ? 'fail' : 'pass';
  const reason = n === 0 ? { reason: 'nothing was asked that the target can be asked for' } : {};
  return { id, title, unit: 'count', value: missing, n, limit: 0, verdict, ...reason };
}

/** Speed is worth nothing while answers are wrong: a failed MUST check takes every latency with it. */
function withCorrectness(
  outcomes: readonly LoadOutcome[],
  measurements: Measurement[],
): Measurement[] {
  const reason = describeWrongAnswers(outcomes.flatMap(({ checks }) => checks));
  if (reason === undefined) return measurements;
  return measurements.map((measurement) => ({ ...measurement, verdict: 'fail', reason }));
}

/** That the target went away as a whole on the way, after how much. */
export function findAbsence(outcomes: readonly LoadOutcome[]): string | undefined {
  const connected = sum(outcomes, (one) => one.connected);
  const still = sum(outcomes, (one) => one.stillConnected);
  if (connected === 0 || still > 0) return undefined;
  const completed = sum(outcomes, (outcome) => outcome.completed);
  return `the target went away: every connection was lost, after ${completed} turns`;
}

/** That a prober was itself the bottleneck. */
export function findStrain(outcomes: readonly LoadOutcome[]): string | undefined {
  return outcomes.map(({ strain }) => findBottleneck(strain)).find((found) => found !== undefined);
}

/**
 * Turns what the probers of one load saw into measurements.
 *
 * @returns `load.<latency>.p50|p95|p99` (ms, from intended times), `load.unconnected`, `load.unanswered` (limit 0),
 *   `load.events` (per second, received and judged), `load.prober` (share of a core) and
 *   `load.prober-memory` (bytes per session). All are `unknown` when a prober was the bottleneck or the target went away, and
 *   fail when a MUST check failed.
 */
export function measureLoad(
  outcomes: readonly LoadOutcome[],
  limits: LoadLimits = {},
): Measurement[] {
  const latencies = (Object.keys(titles) as LoadLatency[]).flatMap((name) => {
    const histogram = merge(outcomes, name);
    const measured = measureLatency(
      { id: `load.${name}`, title: titles[name] },
      histogram,
      limits[name],
    );
    histogram.destroy();
    return measured;
  });
  const sessions = sum(outcomes, (outcome) => outcome.sessions);
  const turns = sum(outcomes, (outcome) => outcome.turns);
  const information = { verdict: 'not-applicable', reason: 'no limit is set' } as const;
  const measurements: Measurement[] = [
    ...latencies,
    measureMissing(
      'load.unconnected',
      'sessions that got no connection',
      sessions - sum(outcomes, ({ connected }) => connected),
      sessions,
    ),
    measureMissing(
      'load.unanswered',
      'turns that reached no end',
      turns - sum(outcomes, ({ completed }) => completed),
      turns,
    ),
    {
      id: 'load.events',
      title: 'events received and judged',
      unit: 'per-second',
      value: sum(outcomes, ({ events, elapsedMs }) => (events / elapsedMs) * 1000),
      n: sum(outcomes, ({ events }) => events),
      ...information,
    },
    {
      id: 'load.prober',
      title: 'CPU share of the busiest prober',
      unit: 'percent',
      value: 100 * Math.max(0, ...outcomes.map(({ strain }) => strain.cpuShare)),
      n: outcomes.length,
      ...information,
    },
    {
      id: 'load.prober-memory',
      title: 'memory of the prober per session, at its highest',
      unit: 'bytes',
      value: sessions === 0 ? 0 : sum(outcomes, ({ memoryBytes }) => memoryBytes) / sessions,
      n: sessions,
      ...information,
    },
  ];
  return distrust(
    withCorrectness(outcomes, measurements),
    findAbsence(outcomes) ?? findStrain(outcomes),
  );
}
