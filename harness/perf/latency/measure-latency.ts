import type { Measurement } from '../../contract/measurement.ts';
import type { LatencyHistogram } from './latency-histogram.ts';

/** Highest latencies allowed, in milliseconds. */
export interface LatencyLimits {
  readonly p50?: number | undefined;
  readonly p95?: number | undefined;
  readonly p99?: number | undefined;
}

const shares = { p50: 0.5, p95: 0.95, p99: 0.99 } as const satisfies Record<
  keyof LatencyLimits,
  number
>;

/** A value without a limit is information and not scored; no samples are no evidence. */
function judge(
  count: number,
  value: number,
  limit: number | undefined,
): Pick<Measurement, 'verdict' | 'reason'> {
  if (count === 0) return { verdict: 'unknown', reason: 'nothing was measured' };
  if (limit === undefined) return { verdict: 'not-applicable', reason: 'no limit is set' };
  return { verdict: value <= limit ? 'pass' : 'fail' };
}

/** Median, 95th and 99th percentile of a histogram, each against its limit; the median carries the distribution. */
export function measureLatency(
  named: Pick<Measurement, 'id' | 'title'>,
  histogram: LatencyHistogram,
  limits: LatencyLimits = {},
): Measurement[] {
  const { count } = histogram;
  return Object.entries(shares).map(([name, share]) => {
    const limit = limits[name as keyof LatencyLimits];
    const value = count === 0 ? 0 : histogram.quantile(share);
    return {
      id: `${named.id}.${name}`,
      title: `${named.title}, ${name}`,
      unit: 'ms',
      value,
      n: count,
      ...(limit === undefined ? {} : { limit }),
      ...judge(count, value, limit),
      ...(name === 'p50' && count > 0 ? { distribution: histogram.distribution() } : {}),
    };
  });
}
