import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median } from './median.ts';
import { quantile } from './quantile.ts';

const samples = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 });
const share = fc.double({ noNaN: true, min: 0, max: 1 });

describe('quantile', () => {
  it('agrees with definition 7 on a worked example', () => {
    expect(quantile([1, 2, 3, 4, 10], 0.25)).toBe(2);
    expect(quantile([1, 2, 3, 4], 0.9)).toBeCloseTo(3.7, 12);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('stays between the extremes and never falls as p rises', () => {
    fc.assert(
      fc.property(samples, share, share, (values, one, other) => {
        const ascending = values.toSorted((a, b) => a - b);
        const low = quantile(ascending, Math.min(one, other));
        const high = quantile(ascending, Math.max(one, other));
        expect(low).toBeGreaterThanOrEqual(ascending[0] ?? Number.NaN);
        expect(high).toBeLessThanOrEqual(ascending.at(-1) ?? Number.NaN);
        expect(high - low).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });
});

describe('median', () => {
  it('does not depend on the order of samples and leaves them alone', () => {
    fc.assert(
      fc.property(samples, (values) => {
        const copy = [...values];
        expect(median(values)).toBe(median(values.toReversed()));
        expect(values).toEqual(copy);
      }),
    );
  });
});
