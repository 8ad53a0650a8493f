import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterBootstrap } from './cluster-bootstrap.ts';
import { createRandom } from './random.ts';

const launches = fc.array(
  fc.array(fc.double({ noNaN: true, min: -1, max: 1 }), { minLength: 1, maxLength: 12 }),
  { minLength: 2, maxLength: 8 },
);
const estimate = (values: readonly (readonly number[])[], resamples = 200) =>
  clusterBootstrap(values, { random: createRandom('seed'), resamples });

describe('clusterBootstrap', () => {
  it('draws the same interval again from the same seed', () => {
    fc.assert(
      fc.property(launches, (values) => {
        expect(estimate(values)).toEqual(estimate(values));
      }),
    );
  });

  it('moves with the data: every ratio 10 % higher moves value and interval by log 1.1', () => {
    fc.assert(
      fc.property(launches, (values) => {
        const before = estimate(values);
        const after = estimate(values.map((slices) => slices.map((x) => x + Math.log(1.1))));
        expect(after.value - before.value).toBeCloseTo(Math.log(1.1), 9);
        expect(after.interval[0] - before.interval[0]).toBeCloseTo(Math.log(1.1), 9);
        expect(after.interval[1] - before.interval[1]).toBeCloseTo(Math.log(1.1), 9);
      }),
    );
  });

  it('is as wide as the launches differ, however many slices repeat each launch', () => {
    const few = [0.1, -0.1, 0.05, -0.05].map((offset) => [offset]);
    const repeated = few.map(([offset = 0]) => Array.from({ length: 50 }, () => offset));
    expect(estimate(repeated, 2000).interval).toEqual([-0.1, 0.1]);
  });

  it('covers the true value in about 95 of 100 experiments', () => {
    const random = createRandom('coverage');
    const noise = (): number => random() + random() + random() + random() - 2;
    let covered = 0;
    for (let experiment = 0; experiment < 400; experiment += 1) {
      const values = Array.from({ length: 8 }, () => {
        const offset = noise();
        return Array.from({ length: 12 }, () => offset + 2 * noise());
      });
      const { interval } = clusterBootstrap(values, { random, resamples: 300 });
      if (interval[0] <= 0 && interval[1] >= 0) covered += 1;
    }
    expect(covered / 400).toBeGreaterThan(0.92);
  });

  it('gives a small p only to what is away from 0, and never 0', () => {
    const away = estimate([[0.1, 0.11], [0.12], [0.1, 0.13]], 999);
    expect(away.p).toBe(2 / 1000);
    expect(estimate([[0.1, -0.1], [-0.12], [0.13]]).p).toBeGreaterThan(0.3);
  });

  it('refuses a launch without slices', () => {
    expect(() => estimate([[1], []])).toThrow('at least one slice');
    expect(() => estimate([])).toThrow(RangeError);
  });
});
