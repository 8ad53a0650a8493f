import type { Measurement } from '../../contract/measurement.ts';
import type { PairedArm } from '../paired/judge-launches.ts';
import { clusterBootstrap } from '../stats/cluster-bootstrap.ts';
import { median } from '../stats/median.ts';
import { createRandom } from '../stats/random.ts';
import { judgeRatio } from '../stats/ratio-verdict.ts';

/** Resident memory of each arm's process in bytes, after equally many runs. */
export type MemoryLaunch = Readonly<Record<PairedArm, number>>;

/** The system gives pages out in lumps and the collector gives them back when it likes. */
const minEffect = 0.2;

/** New against old as one ratio with its interval; nothing where the machine did not tell. */
export function measureResidentMemory(
  launches: readonly MemoryLaunch[],
  seed: string,
): Measurement[] {
  if (launches.length === 0) return [];
  const ratios = launches.map(({ baseline, control, candidate }) => [
    Math.log(candidate) - (Math.log(baseline) + Math.log(control)) / 2,
  ]);
  const estimate = clusterBootstrap(ratios, { random: createRandom(`${seed} memory`) });
  const noise = median(launches.map(({ baseline, control }) => Math.log(control / baseline)));
  const judged = judgeRatio(estimate, { minEffect, noiseBand: Math.abs(noise) });
  const megabytes = (arm: PairedArm): string =>
    (median(launches.map((launch) => launch[arm])) / 1024 / 1024).toFixed(0);
  return [
    {
      id: 'memory.platform.rss',
      title: 'resident memory of the platform after equally many runs, new against old',
      unit: 'ratio',
      value: Math.exp(estimate.value),
      interval: [Math.exp(estimate.interval[0]), Math.exp(estimate.interval[1])],
      n: launches.length,
      limit: 1 + minEffect,
      verdict: judged.verdict,
      reason: `${judged.outcome} (${megabytes('candidate')} MiB, old ${megabytes('baseline')} MiB)`,
    },
  ];
}
