import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LatencyHistogram } from './latency-histogram.ts';
import { measureLatency } from './measure-latency.ts';

const latencies = fc.array(fc.double({ min: 0.001, max: 59_000, noNaN: true }), {
  minLength: 1,
  maxLength: 200,
});

function empty(): LatencyHistogram {
  const histogram = new LatencyHistogram();
  onTestFinished(() => histogram.destroy());
  return histogram;
}

function filled(values: readonly number[]): LatencyHistogram {
  const histogram = empty();
  for (const value of values) histogram.record(value);
  return histogram;
}

describe('LatencyHistogram', () => {
  it('keeps the median within 0.1 % and a microsecond', () => {
    fc.assert(
      fc.property(latencies, (values) => {
        const histogram = filled(values);
        const exact = values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? 0;
        expect(Math.abs(histogram.quantile(0.5) - exact)).toBeLessThanOrEqual(
          exact * 0.001 + 0.001,
        );
      }),
    );
  });

  it('merges into what one histogram would have recorded', () => {
    fc.assert(
      fc.property(latencies, latencies, (one, other) => {
        const merged = filled(one);
        const added = filled(other);
        const whole = filled([...one, ...other, ...other]);
        merged.add(added);
        merged.addEncoded(added.encode());
        expect(merged.count).toBe(whole.count);
        expect(merged.distribution()).toEqual(whole.distribution());
      }),
    );
  });

  it('accounts for every sample in its picture, under ascending bounds', () => {
    fc.assert(
      fc.property(latencies, (values) => {
        const histogram = filled(values);
        const picture = histogram.distribution();
        expect(picture.reduce((sum, [, count]) => sum + count, 0)).toBe(values.length);
        const bounds = picture.map(([bound]) => bound);
        expect(bounds).toEqual([...new Set(bounds)].toSorted((a, b) => a - b));
      }),
    );
  });

  it('records what a waiting sender could not send during a stall', () => {
    const histogram = empty();
    histogram.record(100, 10);
    expect(histogram.count).toBe(10);
    expect(histogram.quantile(0.5)).toBeCloseTo(50, 0);
  });

  it('counts what took longer than a minute as a minute', () => {
    const histogram = filled([3_600_000]);
    expect(histogram.quantile(1)).toBeGreaterThan(59_900);
  });
});

describe('measureLatency', () => {
  const named = { id: 'chat.first-event', title: 'first event' };

  it('judges each percentile against its own limit and leaves the others unscored', () => {
    const histogram = filled(Array.from({ length: 100 }, (_, index) => index + 1));
    const [p50, p95, p99] = measureLatency(named, histogram, { p50: 60, p95: 90 });
    expect(p50).toMatchObject({ id: 'chat.first-event.p50', verdict: 'pass', limit: 60, n: 100 });
    expect(p95).toMatchObject({ verdict: 'fail', limit: 90 });
    expect(p99).toMatchObject({ verdict: 'not-applicable', reason: 'no limit is set' });
  });

  it('knows nothing without samples', () => {
    const histogram = empty();
    const verdicts = measureLatency(named, histogram, { p95: 1 }).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
