import type { Estimate } from '../stats/bootstrap.ts';
import { clusterBootstrap } from '../stats/cluster-bootstrap.ts';
import { adjustByHolm } from '../stats/holm.ts';
import { mannWhitney } from '../stats/mann-whitney.ts';
import { median } from '../stats/median.ts';
import { createRandom } from '../stats/random.ts';
import { judgeRatio, type RatioJudgement } from '../stats/ratio-verdict.ts';
import { metrics, type Launch, type Metric } from './launch.ts';

/**
 * `control` is a second process of the baseline. What it differs by from the first is the machine's doing; and the candidate is
 * compared with the mean of both, which needs fewer launches for the same certainty.
 */
export type PairedArm = 'baseline' | 'candidate' | 'control';

/** One metric of the candidate against the baseline, as log ratio: 0 is equal, log 1.1 is 10 % slower. */
export interface MetricComparison extends RatioJudgement {
  readonly metric: Metric;
  readonly estimate: Estimate;
  /** p of Mann–Whitney over the medians of the launches, which are independent: a second opinion that decides nothing. */
  readonly secondOpinion: number;
  /** Log ratio of the control against the baseline. */
  readonly noise: number;
  readonly minEffect: number;
}

export interface JudgeOptions {
  readonly seed: string;
  /** Smallest relative effect that counts; from A/A trials: 5 % for CPU and for wall time. */
  readonly minEffect?: Readonly<Record<Metric, number>>;
}

const defaultMinEffect: Readonly<Record<Metric, number>> = { cpu: 0.05, wall: 0.05 };

/** CPU time decides; wall time, which every neighbour disturbs, gets the small part of the permitted error. */
const weights: Readonly<Record<Metric, number>> = { cpu: 0.8, wall: 0.2 };

/** log(value / reference) per slice, one array per launch. */
function logRatios(
  launches: readonly Launch<PairedArm>[],
  metric: Metric,
  arm: PairedArm,
  references: readonly PairedArm[],
): number[][] {
  return launches.map((launch) =>
    launch[arm].slices.map((slice, nth) => {
      const logs = references.map((name) =>
        Math.log(launch[name].slices[nth]?.[metric] ?? Number.NaN),
      );
      return Math.log(slice[metric]) - logs.reduce((sum, log) => sum + log, 0) / logs.length;
    }),
  );
}

function compareMedians(launches: readonly Launch<PairedArm>[], metric: Metric): number {
  const medians = (arm: PairedArm): number[] =>
    launches.map((launch) => median(launch[arm].slices.map((slice) => slice[metric])));
  const { p } = mannWhitney(medians('candidate'), [...medians('baseline'), ...medians('control')]);
  return p;
}

/**
 * Compares candidate and baseline over a number of launches: log ratio per slice, median per launch, median of
 * launches, interval by cluster bootstrap, p adjusted over the metrics by Holm, judged by `judgeRatio`.
 * The same launches and seed always give the same judgement.
 */
export function judgeLaunches(
  launches: readonly Launch<PairedArm>[],
  { seed, minEffect = defaultMinEffect }: JudgeOptions,
): MetricComparison[] {
  const found = metrics.map((metric) => ({
    metric,
    estimate: clusterBootstrap(logRatios(launches, metric, 'candidate', ['baseline', 'control']), {
      random: createRandom(`${seed} ${metric}`),
    }),
  }));
  const adjusted = adjustByHolm(
    found.map(({ estimate }) => estimate.p),
    found.map(({ metric }) => weights[metric]),
  );
  return found.map(({ metric, estimate }, nth) => {
    const noise = median(logRatios(launches, metric, 'control', ['baseline']).map(median));
    const rule = { minEffect: minEffect[metric], noiseBand: Math.abs(noise) };
    return {
      metric,
      estimate,
      secondOpinion: compareMedians(launches, metric),
      noise,
      minEffect: rule.minEffect,
      ...judgeRatio({ ...estimate, p: adjusted[nth] ?? estimate.p }, rule),
    };
  });
}
