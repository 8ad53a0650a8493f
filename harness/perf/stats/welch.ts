import { studentTwoSided } from './student-t.ts';

function describe(samples: readonly number[]): { mean: number; error: number; freedom: number } {
  const mean = samples.reduce((sum, value) => sum + value, 0) / samples.length;
  const squares = samples.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const freedom = samples.length - 1;
  return { mean, error: squares / freedom / samples.length, freedom };
}

/**
 * Two-sided p of "both means are equal" without assuming equal variances (Welch, 1947, with his degrees of freedom).
 * Needs two values a side; equal constants give 1, different constants 0.
 */
export function welchTest(left: readonly number[], right: readonly number[]): number {
  const one = describe(left);
  const other = describe(right);
  const error = one.error + other.error;
  if (error === 0) return one.mean === other.mean ? 1 : 0;
  const freedom = error ** 2 / (one.error ** 2 / one.freedom + other.error ** 2 / other.freedom);
  return studentTwoSided((one.mean - other.mean) / Math.sqrt(error), freedom);
}
