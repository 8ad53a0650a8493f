import { median } from './median.ts';
import { quantile } from './quantile.ts';

/** Growth per unit of x with its 95 % interval. */
export interface Slope {
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
}

/**
 * Theil–Sen slope: the median of the slopes between all pairs of points, with the interval of Sen
 * ("Estimates of the regression coefficient based on Kendall's tau", 1968; Gilbert, "Statistical methods for
 * environmental pollution monitoring", 1987, section 16.5). One sample taken at a bad moment, such as a heap with freshly
 * compiled code in it, bends a least-squares line and leaves this one alone. Needs four points, all at different x.
 */
export function fitSlope(xs: readonly number[], ys: readonly number[]): Slope {
  const n = xs.length;
  if (ys.length !== n || n < 4 || new Set(xs).size < n) {
    throw new RangeError('a slope with an interval needs four points or more, all at different x');
  }
  const slopes = xs
    .flatMap((x, one) =>
      xs
        .slice(one + 1)
        .map((other, offset) => ((ys[one + 1 + offset] ?? 0) - (ys[one] ?? 0)) / (other - x)),
    )
    .toSorted((a, b) => a - b);
  const reach = (1.96 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)) / 2;
  const rank = (position: number): number =>
    quantile(slopes, Math.min(1, Math.max(0, (position - 1) / (slopes.length - 1))));
  return {
    value: median(slopes),
    interval: [rank(slopes.length / 2 - reach), rank(slopes.length / 2 + reach + 1)],
  };
}
