import { describe, expect, it } from 'vitest';
import { welchTest } from './welch.ts';

describe('welchTest', () => {
  it('agrees with a published example of equal variances and of unequal sizes', () => {
    const left = [
      27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4,
    ];
    const right = [
      27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4,
    ];
    expect(welchTest(left, right)).toBeCloseTo(0.021, 3);
    expect(welchTest(right, left)).toBe(welchTest(left, right));
  });

  it('answers for constants', () => {
    expect(welchTest([1, 1], [1, 1])).toBe(1);
    expect(welchTest([1, 1], [2, 2])).toBe(0);
  });
});
