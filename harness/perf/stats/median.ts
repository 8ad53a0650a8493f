import { quantile } from './quantile.ts';

/** The median of samples in any order; NaN without samples. */
export function median(samples: Iterable<number>): number {
  return quantile(Float64Array.from(samples).toSorted(), 0.5);
}
