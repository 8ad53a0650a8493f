import { describe, expect, it } from 'vitest';
import { findChangePoints } from './change-points.ts';
import { createRandom } from './random.ts';

/** Values around the given levels with a standard deviation of about 2.5 %. */
function series(seed: string, levels: readonly [count: number, level: number][]): number[] {
  const random = createRandom(seed);
  const noise = (): number => (random() + random() + random() - 1.5) * 0.05;
  return levels.flatMap(([count, level]) =>
    Array.from({ length: count }, () => level * (1 + noise())),
  );
}

describe('findChangePoints', () => {
  it.each(Array.from({ length: 50 }, (_, nth) => `step ${nth}`))(
    'finds a step of 10 %% within two runs of where it was made (%s)',
    (seed) => {
      const [point, ...others] = findChangePoints(
        series(seed, [
          [30, 100],
          [20, 110],
        ]),
      );
      expect(others).toEqual([]);
      expect(Math.abs((point?.index ?? 0) - 30)).toBeLessThanOrEqual(2);
      expect(point?.ratio).toBeCloseTo(1.1, 1);
    },
  );

  it('finds a step up and the way back', () => {
    const points = findChangePoints(
      series('there and back', [
        [20, 100],
        [8, 125],
        [20, 100],
      ]),
    );
    expect(points.map(({ index }) => index)).toEqual([20, 28]);
  });

  it('keeps silent in 100 runs of pure noise, in nearly every series', () => {
    const alarms = Array.from({ length: 100 }, (_, nth) =>
      findChangePoints(series(`quiet ${nth}`, [[100, 100]])),
    ).filter((points) => points.length > 0);
    expect(alarms.length).toBeLessThanOrEqual(1);
  });

  it('takes a single spike for what it is', () => {
    const values = series('spike', [[40, 100]]);
    values[17] = 300;
    expect(findChangePoints(values)).toEqual([]);
  });

  it('says nothing about a series that is too short', () => {
    expect(findChangePoints([])).toEqual([]);
    expect(findChangePoints([1, 1, 1, 2, 2, 2])).toEqual([]);
  });
});
