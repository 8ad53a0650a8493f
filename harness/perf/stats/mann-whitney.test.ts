import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannWhitney } from './mann-whitney.ts';

const side = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 30 });

describe('mannWhitney', () => {
  it('agrees with a published example', () => {
    // Age at diagnosis of diabetes, as in the SciPy manual: U = 17, asymptotic p = 0.11135.
    const { u, p } = mannWhitney([19, 22, 16, 29, 24], [20, 11, 17, 12]);
    expect(u).toBe(17);
    expect(p).toBeCloseTo(0.11134688653, 6);
  });

  it('counts the pairs in which the left value is larger, ties as half', () => {
    fc.assert(
      fc.property(side, side, (left, right) => {
        let pairs = 0;
        for (const a of left) for (const b of right) pairs += a > b ? 1 : a === b ? 0.5 : 0;
        expect(mannWhitney(left, right).u).toBe(pairs);
      }),
    );
  });

  it('does not care for sides or for a monotone change of scale', () => {
    fc.assert(
      fc.property(side, side, (left, right) => {
        const { p } = mannWhitney(left, right);
        expect(mannWhitney(right, left).p).toBeCloseTo(p, 9);
        expect(mannWhitney(left.map(Math.atan), right.map(Math.atan)).p).toBeCloseTo(p, 9);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('finds no difference between equal constants', () => {
    expect(mannWhitney([1, 1, 1], [1, 1]).p).toBe(1);
  });
});
