import type { Measurement } from '../../contract/measurement.ts';
import type { Verdict } from '../../contract/verdict.ts';
import { median } from '../stats/median.ts';
import type { Comparison } from './compare-arms.ts';
import type { MetricComparison } from './judge-launches.ts';
import type { Launch } from './launch.ts';

const titles = { cpu: 'CPU time per request', wall: 'wall time per request' } as const;

const failures = (launches: readonly Launch[], arm: string): number =>
  launches.reduce((sum, launch) => sum + (launch[arm]?.failed ?? 0), 0);

/** Ratios of the launches, rounded and counted, for the picture. */
function picture(comparison: Comparison, metric: MetricComparison['metric']): [number, number][] {
  const counts = new Map<number, number>();
  for (const { candidate, baseline } of comparison.launches) {
    const ratio =
      median(candidate.slices.map((slice) => slice[metric])) /
      median(baseline.slices.map((slice) => slice[metric]));
    const bound = Math.ceil(ratio * 50) / 50;
    counts.set(bound, (counts.get(bound) ?? 0) + 1);
  }
  return [...counts].toSorted(([one], [other]) => one - other);
}

/** What both sides took, as far as a ratio hides it: microseconds per request, median of the launches. */
function absolute({ launches }: Comparison, metric: MetricComparison['metric']): string {
  const [before, now] = (['baseline', 'candidate'] as const).map((arm) =>
    median(launches.map((launch) => median(launch[arm].slices.map((slice) => slice[metric])))),
  );
  return `${before?.toPrecision(3)} µs before, ${now?.toPrecision(3)} µs now`;
}

/**
 * A fast wrong answer is a failure; and a ratio to a baseline that does not work says nothing.
 * Wall time that stays undecided is shown and not scored: CPU time decides.
 */
function score(
  comparison: Comparison,
  { metric, outcome, verdict, secondOpinion }: MetricComparison,
): { verdict: Verdict; reason?: string } {
  const wrong = failures(comparison.launches, 'candidate');
  const broken =
    failures(comparison.launches, 'baseline') + failures(comparison.launches, 'control');
  if (broken > 0)
    return { verdict: 'unknown', reason: `${broken} requests of the baseline failed` };
  if (wrong > 0) return { verdict: 'fail', reason: `${wrong} requests of the candidate failed` };
  const opinion = `Mann–Whitney over launches: p = ${secondOpinion.toPrecision(2)}`;
  const took = absolute(comparison, metric);
  if (outcome !== 'undecided') return { verdict, reason: `${outcome}: ${took} (${opinion})` };
  const reason = `undecided: ${comparison.stopped ?? 'too noisy'}; ${took} (${opinion})`;
  return { verdict: metric === 'wall' ? 'not-applicable' : verdict, reason };
}

/** One measurement per metric: candidate / baseline as a ratio with its 95 % interval; `n` counts slices of the candidate. */
export function measureComparison(name: string, comparison: Comparison): Measurement[] {
  const n = comparison.launches.reduce((sum, { candidate }) => sum + candidate.slices.length, 0);
  return comparison.metrics.map((metric) => ({
    id: `speed.${name}.${metric.metric}`,
    title: `${name}: ${titles[metric.metric]} against the baseline`,
    unit: 'ratio',
    value: Math.exp(metric.estimate.value),
    interval: [Math.exp(metric.estimate.interval[0]), Math.exp(metric.estimate.interval[1])],
    n,
    limit: 1 + metric.minEffect,
    distribution: picture(comparison, metric.metric),
    ...score(comparison, metric),
  }));
}
