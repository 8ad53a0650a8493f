import { welchTest } from './welch.ts';

export interface ChangePointRule {
  /** Fewest points of a segment: below 4 a single spike becomes a change. */
  readonly minSegment?: number;
  /** A change with a larger p is dropped. */
  readonly maxP?: number;
  /** Smallest relative change of the mean that counts. */
  readonly minEffect?: number;
}

/** The series changed its level between `index - 1` and `index`. */
export interface ChangePoint {
  readonly index: number;
  /** Mean after the change / mean before it. */
  readonly ratio: number;
  readonly p: number;
}

/** First splits are lenient, because a change that goes back hides in the wide segment around it; pruning is strict. */
const lenientP = 0.05;

/**
 * The split of a segment with the largest energy distance between its sides: the statistic Q of Matteson and James,
 * "A nonparametric approach for multiple change point analysis of multivariate data" (2014), equations 5 to 7, α = 1,
 * in O(n²) by moving one value at a time from the right side to the left.
 */
function bestSplit(segment: readonly number[], minSegment: number): number | undefined {
  const n = segment.length;
  const distanceSum = (value: number, from: number, to: number): number => {
    let sum = 0;
    for (let index = from; index < to; index += 1) sum += Math.abs(value - (segment[index] ?? 0));
    return sum;
  };
  let left = 0;
  let between = 0;
  let right = segment.reduce((sum, value, index) => sum + distanceSum(value, index + 1, n), 0);
  let best: number | undefined;
  let bestEnergy = 0;
  for (const [moved, value] of segment.entries()) {
    const toLeft = distanceSum(value, 0, moved);
    const toRight = distanceSum(value, moved + 1, n);
    left += toLeft;
    right -= toRight;
    between += toRight - toLeft;
    const size = moved + 1;
    const rest = n - size;
    if (size < minSegment || rest < minSegment) continue;
    const energy =
      ((size * rest) / n) *
      ((2 * between) / (size * rest) -
        (2 * left) / (size * (size - 1)) -
        (2 * right) / (rest * (rest - 1)));
    if (energy > bestEnergy) [best, bestEnergy] = [size, energy];
  }
  return best;
}

/** Splits as long as a split is plausible; returns the positions in ascending order. */
function splitLeniently(series: readonly number[], offset: number, minSegment: number): number[] {
  const at = bestSplit(series, minSegment);
  if (at === undefined) return [];
  const before = series.slice(0, at);
  const after = series.slice(at);
  const inner = [
    ...splitLeniently(before, offset, minSegment),
    ...splitLeniently(after, offset + at, minSegment),
  ];
  if (inner.length === 0 && welchTest(before, after) > lenientP) return [];
  return [...inner, offset + at].toSorted((one, other) => one - other);
}

function describe(series: readonly number[], cuts: readonly number[], nth: number): ChangePoint {
  const index = cuts[nth] ?? 0;
  const before = series.slice(cuts[nth - 1] ?? 0, index);
  const after = series.slice(index, cuts[nth + 1] ?? series.length);
  const sumBefore = before.reduce((sum, value) => sum + value, 0);
  const sumAfter = after.reduce((sum, value) => sum + value, 0);
  return {
    index,
    ratio: sumAfter / after.length / (sumBefore / before.length),
    p: welchTest(before, after),
  };
}

/**
 * Where a stored series of positive numbers changed its level: E-Divisive splitting with the significance test of
 * Hunter (Fleming et al., "Hunter: using change point detection to hunt for performance regressions", ICPE 2023),
 * Welch's t between neighbouring segments, weakest first out. Deterministic, unlike the permutation test.
 *
 * Give it ratios or CPU time of one machine, never raw wall time, and ten points or more.
 */
export function findChangePoints(
  series: readonly number[],
  { minSegment = 4, maxP = 0.001, minEffect = 0.05 }: ChangePointRule = {},
): ChangePoint[] {
  let cuts = splitLeniently(series, 0, minSegment);
  for (;;) {
    const points = cuts.map((_, nth) => describe(series, cuts, nth));
    const weak = points.filter(
      ({ p, ratio }) => p > maxP || Math.abs(Math.log(ratio)) < Math.log1p(minEffect),
    );
    const [weakest] = weak.toSorted((one, other) => other.p - one.p);
    if (weakest === undefined) return points;
    cuts = cuts.filter((cut) => cut !== weakest.index);
  }
}
