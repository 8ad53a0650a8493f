import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

const draw = (seed: string, count: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, random);
};

describe('createRandom', () => {
  it('draws the same numbers from the same seed, all in [0, 1)', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const numbers = draw(seed, 50);
        expect(draw(seed, 50)).toEqual(numbers);
        expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
      }),
    );
  });

  it('draws unrelated numbers from seeds that differ in one character', () => {
    const shared = draw('trial-1', 1000).filter((number, index) => {
      const other = draw('trial-2', 1000)[index] ?? number;
      return Math.abs(number - other) < 0.01;
    });
    expect(shared.length).toBeLessThan(60);
  });

  it('fills 100 cells evenly: chi-square with 99 degrees of freedom stays below its 99.99 % quantile', () => {
    const cells = Array.from({ length: 100 }, () => 0);
    for (const number of draw('cells', 100_000)) {
      const cell = Math.floor(number * 100);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    const chiSquare = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(160);
  });
});
