import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { fitSlope } from './slope.ts';

const xs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('fitSlope', () => {
  it('agrees with a worked example: the pairs 1, 2, 2.5, 1.5, 2, 3 have the median 2', () => {
    expect(fitSlope([0, 1, 2, 3], [0, 1, 4, 6]).value).toBe(2);
  });

  it('finds a straight line exactly, wherever it starts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99, max: 99 }),
        fc.integer({ min: -1e6, max: 1e6 }),
        (growth, start) => {
          const line = xs.map((x) => start + growth * x);
          expect(fitSlope(xs, line)).toEqual({ value: growth, interval: [growth, growth] });
        },
      ),
    );
  });

  it('is not bent by one wild sample', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 9 }),
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        (at, wild) => {
          const ys = xs.map((x) => (x === at ? wild : 3 * x));
          expect(fitSlope(xs, ys).value).toBe(3);
        },
      ),
    );
  });

  it('covers the true slope in about 95 of 100 experiments', () => {
    const random = createRandom('slopes');
    const noise = (): number => random() + random() + random() - 1.5;
    const covered = Array.from({ length: 500 }, () => {
      const { interval } = fitSlope(
        xs,
        xs.map((x) => 2 * x + 5 * noise()),
      );
      return interval[0] <= 2 && interval[1] >= 2;
    }).filter(Boolean).length;
    expect(covered / 500).toBeGreaterThan(0.92);
  });

  it('refuses to call three points a trend', () => {
    expect(() => fitSlope([1, 2, 3], [1, 2, 3])).toThrow('four points');
    expect(() => fitSlope([1, 1, 2, 3], [1, 2, 3, 4])).toThrow('different x');
  });
});
