import type { Measurement } from '../../contract/measurement.ts';
import type { Slope } from '../stats/slope.ts';

/** Fails when the whole interval lies beyond the limit, passes when none of it does, and is undecided between. */
function decide([low, high]: readonly [number, number], limit: number): Measurement['verdict'] {
  if (low > limit) return 'fail';
  return high <= limit ? 'pass' : 'unknown';
}

/** Judges a growth against the growth that is still called none, both in the same unit. */
export function judgeGrowth(
  named: Pick<Measurement, 'id' | 'title' | 'unit'>,
  { value, interval }: Slope,
  { limit, points }: { limit: number; points: number },
): Measurement {
  const verdict = decide(interval, limit);
  return {
    ...named,
    value,
    interval: [...interval],
    n: points,
    limit,
    verdict,
    ...(verdict === 'unknown' ? { reason: 'too noisy to decide: give it more requests' } : {}),
  };
}
