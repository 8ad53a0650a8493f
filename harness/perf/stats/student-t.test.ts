import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalUpperTail } from './normal-distribution.ts';
import { studentTwoSided } from './student-t.ts';

describe('studentTwoSided', () => {
  it('agrees with the closed forms for 1 and 2 degrees of freedom', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -50, max: 50 }), (t) => {
        expect(studentTwoSided(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(Math.abs(t)), 9);
        expect(studentTwoSided(t, 2)).toBeCloseTo(1 - Math.abs(t) / Math.sqrt(2 + t * t), 9);
      }),
    );
  });

  it('keeps its digits next to zero', () => {
    for (const t of [1e-12, -7.07106761188202e-10, 1.05e-8, 1e-6]) {
      expect(studentTwoSided(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(Math.abs(t)), 12);
    }
  });

  it('agrees with the tables', () => {
    expect(studentTwoSided(2.228, 10)).toBeCloseTo(0.05, 4);
    expect(studentTwoSided(4.604, 4)).toBeCloseTo(0.01, 4);
  });

  it('approaches the normal distribution', () => {
    for (const z of [0, 0.5, 1, 1.96, 3]) {
      expect(studentTwoSided(z, 1e6)).toBeCloseTo(2 * normalUpperTail(z), 5);
    }
  });
});

describe('normalUpperTail', () => {
  it('agrees with the tables on both sides', () => {
    expect(normalUpperTail(1.959964)).toBeCloseTo(0.025, 7);
    expect(normalUpperTail(-1.281552)).toBeCloseTo(0.9, 6);
    expect(normalUpperTail(0)).toBeCloseTo(0.5, 6);
  });
});
