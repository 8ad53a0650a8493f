import { describe, expect, it } from 'vitest';
import { orderInterval } from './order-interval.ts';
import { createRandom } from './random.ts';

const counting = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

describe('the interval of a quantile by order statistics', () => {
  it.each([
    // The ranks that tables of the sign test give.
    [6, { low: 1, high: 6 }],
    [10, { low: 2, high: 9 }],
    [20, { low: 6, high: 15 }],
  ])('takes the ranks of the tables for the median of %d', (n, interval) => {
    expect(orderInterval(counting(n), 0.5)).toEqual(interval);
  });

  it('has no end that the samples cannot give', () => {
    expect(orderInterval(counting(5), 0.5)).toEqual({ low: undefined, high: undefined });
    expect(orderInterval(counting(71), 0.95).high).toBeUndefined();
    expect(orderInterval(counting(72), 0.95).high).toBe(72);
    expect(orderInterval([], 0.5)).toEqual({ low: undefined, high: undefined });
  });

  it('covers the true quantile as often as it says', () => {
    const random = createRandom('coverage');
    const trials = 2_000;
    let covered = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const samples = Array.from({ length: 40 }, () => random()).toSorted((a, b) => a - b);
      const { low = -1, high = 2 } = orderInterval(samples, 0.5);
      if (low <= 0.5 && high >= 0.5) covered += 1;
    }
    expect(covered / trials).toBeGreaterThan(0.94);
  });
});
