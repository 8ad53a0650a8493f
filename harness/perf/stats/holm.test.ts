import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustByHolm } from './holm.ts';

const ps = fc.array(fc.double({ noNaN: true, min: 0, max: 1 }));

describe('adjustByHolm', () => {
  it('agrees with a worked example', () => {
    const adjusted = adjustByHolm([0.04, 0.01, 0.03, 0.005]);
    for (const [index, expected] of [0.06, 0.03, 0.06, 0.02].entries()) {
      expect(adjusted[index]).toBeCloseTo(expected, 12);
    }
  });

  it('gives the one with more weight more of the permitted error, and all of them no more than there is', () => {
    const [heavy, light] = adjustByHolm([0.03, 0.5], [0.8, 0.2]);
    expect(heavy).toBeCloseTo(0.0375, 12);
    expect(light).toBeCloseTo(0.5, 12);
    expect(adjustByHolm([0.5, 0.03], [0.8, 0.2])[1]).toBeCloseTo(0.15, 12);
  });

  it('never makes a value smaller or changes their order, and stays within Bonferroni', () => {
    fc.assert(
      fc.property(ps, (values) => {
        const adjusted = adjustByHolm(values);
        const byP = adjusted.toSorted((a, b) => a - b);
        expect(adjustByHolm(values.toSorted((a, b) => a - b))).toEqual(byP);
        for (const [index, p] of values.entries()) {
          const own = adjusted[index] ?? -1;
          expect(own).toBeGreaterThanOrEqual(p);
          expect(own).toBeLessThanOrEqual(Math.min(1, p * values.length) + 1e-12);
        }
      }),
    );
  });
});
