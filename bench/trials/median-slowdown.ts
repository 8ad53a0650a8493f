import { median } from '../../harness/perf/stats/median.ts';
import type { TrialArm, TrialLaunch } from './take-launches.ts';

const cpu = ({ launch }: TrialLaunch, arm: TrialArm): number =>
  median(launch[arm].slices.map((slice) => slice.cpu));

/** CPU time of an arm against the same code without its seeded slowdown: 0.1 where it was a tenth slower. */
export function medianSlowdown(launches: readonly TrialLaunch[], arm: TrialArm): number {
  return median(launches.map((launch) => cpu(launch, arm) / cpu(launch, 'same1'))) - 1;
}
