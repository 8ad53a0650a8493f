import type { Measurement } from '../../contract/measurement.ts';
import { orderInterval } from '../stats/order-interval.ts';
import { quantile } from '../stats/quantile.ts';
import type { LatencyLimits } from './measure-latency.ts';

const shares = { p50: 0.5, p95: 0.95 } as const;

/** More than the limit, and not by chance: fail. More, and it may be chance: nobody knows. */
function judge(
  value: number,
  low: number | undefined,
  limit: number | undefined,
): Pick<Measurement, 'verdict' | 'reason'> {
  if (Number.isNaN(value)) return { verdict: 'unknown', reason: 'nothing was measured' };
  if (limit === undefined) return { verdict: 'not-applicable', reason: 'no limit is set' };
  if (value <= limit) return { verdict: 'pass' };
  if (low !== undefined && low > limit) return { verdict: 'fail' };
  return { verdict: 'unknown', reason: 'above the limit, but so few samples may be by chance' };
}

/**
 * Median and 95th percentile of waits in ms that were taken one by one, each with its limit and the 95 % interval that
 * the samples give (`orderInterval`). For many samples of a load there is `measureLatency`.
 */
export function measureWaits(
  named: Pick<Measurement, 'id' | 'title'>,
  waits: readonly number[],
  limits: Pick<LatencyLimits, 'p50' | 'p95'> = {},
): Measurement[] {
  const ascending = waits.toSorted((left, right) => left - right);
  return (['p50', 'p95'] as const).map((name) => {
    const value = quantile(ascending, shares[name]);
    const { low, high } = orderInterval(ascending, shares[name]);
    const limit = limits[name];
    return {
      id: `${named.id}.${name}`,
      title: `${named.title}, ${name}`,
      unit: 'ms',
      value: Number.isNaN(value) ? 0 : value,
      n: waits.length,
      ...(low === undefined || high === undefined ? {} : { interval: [low, high] }),
      ...(limit === undefined ? {} : { limit }),
      ...judge(value, low, limit),
      ...(name === 'p50' ? { distribution: ascending.map((wait) => [wait, 1]) } : {}),
    } satisfies Measurement;
  });
}
