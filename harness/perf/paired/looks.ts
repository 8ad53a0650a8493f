import type { MetricComparison } from './judge-launches.ts';

/** Launches after which the verdict is looked at; a further look is taken only when the one before left it undecided. */
export const looks = [8, 16] as const;

/** CPU time decides; wall time may convict, but its noise may not hold up a verdict. */
export function isDecided(metrics: readonly MetricComparison[]): boolean {
  return metrics.some(
    ({ metric, outcome }) =>
      outcome === 'regressed' || (metric === 'cpu' && outcome !== 'undecided'),
  );
}
