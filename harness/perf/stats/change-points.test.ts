import * as fc from 'fast-check';
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
        { minEffect: 0.05 },
      );
      expect(others).toEqual([]);
      expect(Math.abs((point?.index ?? 0) - 30)).toBeLessThanOrEqual(2);
      expect((point?.after ?? 0) / (point?.before ?? 1)).toBeCloseTo(1.1, 1);
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

  it('keeps silent in pure noise of whatever length, in nearly every series', () => {
    const alarms = [10, 16, 25, 50, 100, 365].flatMap((runs) =>
      Array.from({ length: 50 }, (_, nth) =>
        findChangePoints(series(`quiet ${runs} ${nth}`, [[runs, 100]])),
      ).filter((points) => points.length > 0),
    );
    expect(alarms.length).toBeLessThanOrEqual(6);
  });

  it('takes one wild run in twelve, as on a shared machine, for no change, and still finds one of a half', () => {
    const random = createRandom('wild');
    const wild = (count: number, level: number): number[] =>
      series(`wild ${level}`, [[count, level]]).map(
        (value) => value * (0.8 + random() * 0.4) * (random() < 0.08 ? 1.5 + random() : 1),
      );
    expect(findChangePoints(wild(120, 100))).toEqual([]);
    const [point, ...others] = findChangePoints([...wild(40, 100), ...wild(20, 150)]);
    expect(others).toEqual([]);
    expect(Math.abs((point?.index ?? 0) - 40)).toBeLessThanOrEqual(2);
  });

  it('leaves out a change that is smaller than what counts, and only that', () => {
    const values = series('three levels', [
      [20, 100],
      [20, 110],
      [20, 130],
    ]);
    const found = (minEffect: number): number => findChangePoints(values, { minEffect }).length;
    expect([found(0.05), found(0.13), found(0.3)]).toEqual([2, 1, 0]);
  });

  it('takes a single spike for what it is, and a flat line, too', () => {
    const values = series('spike', [[40, 100]]);
    values[17] = 300;
    expect(findChangePoints(values)).toEqual([]);
    expect(findChangePoints(Array.from({ length: 50 }, () => 5))).toEqual([]);
  });

  it('says nothing about a series that is too short', () => {
    expect(findChangePoints([])).toEqual([]);
    expect(findChangePoints([1, 1, 1, 1, 9, 9, 9, 9, 9])).toEqual([]);
    expect(findChangePoints([1, 1, 1, 1, 1, 9, 9, 9, 9, 9])).toEqual([
      { index: 5, before: 1, after: 9 },
    ]);
  });

  it('depends on the order of size alone, not on the unit', () => {
    const indices = (values: readonly number[]): number[] =>
      findChangePoints(values).map(({ index }) => index);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 60 }), (values) => {
        expect(indices(values.map((value) => value * 1000))).toEqual(indices(values));
      }),
    );
  });
});
