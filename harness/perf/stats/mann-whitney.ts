import { normalUpperTail } from './normal-distribution.ts';

/** Ranks with ties averaged, and the sum of t³ − t over groups of t equal values. */
function rankSum(
  left: readonly number[],
  right: readonly number[],
): { sum: number; tieTerm: number } {
  const pooled = [
    ...left.map((value) => ({ value, isLeft: true })),
    ...right.map((value) => ({ value, isLeft: false })),
  ].toSorted((one, other) => one.value - other.value);
  let sum = 0;
  let tieTerm = 0;
  for (let start = 0; start < pooled.length;) {
    const value = pooled[start]?.value;
    let end = start;
    let lefts = 0;
    while (pooled[end]?.value === value && end < pooled.length) {
      if (pooled[end]?.isLeft === true) lefts += 1;
      end += 1;
    }
    const ties = end - start;
    sum += lefts * ((start + 1 + end) / 2);
    tieTerm += ties ** 3 - ties;
    start = end;
  }
  return { sum, tieTerm };
}

/**
 * Mann–Whitney U test, two-sided (Mann and Whitney, 1947), by the normal approximation with correction for ties
 * and continuity (Siegel and Castellan, "Nonparametric statistics", 1988, section 6.4; good from about 8 values a side).
 * `u` counts the pairs in which the left value is larger, ties as half.
 *
 * A second opinion only: the samples must be independent, and slices of one launch are not.
 */
export function mannWhitney(
  left: readonly number[],
  right: readonly number[],
): { u: number; p: number } {
  const { sum, tieTerm } = rankSum(left, right);
  const pairs = left.length * right.length;
  const total = left.length + right.length;
  const u = sum - (left.length * (left.length + 1)) / 2;
  const variance = (pairs / 12) * (total + 1 - tieTerm / (total * (total - 1)));
  if (!(variance > 0)) return { u, p: 1 };
  const distance = Math.max(0, Math.abs(u - pairs / 2) - 0.5);
  return { u, p: Math.min(1, 2 * normalUpperTail(distance / Math.sqrt(variance))) };
}
