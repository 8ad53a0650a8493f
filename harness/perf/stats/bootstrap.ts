import { quantile } from './quantile.ts';

/** An estimate with its 95 % interval, and how often resampling crossed zero. */
export interface Estimate {
  readonly value: number;
  /** 2.5 % and 97.5 % quantile of the resampled estimates. */
  readonly interval: readonly [low: number, high: number];
  /** Two-sided p of "the true value is 0": twice the smaller share of resamples on the other side of 0. */
  readonly p: number;
}

/**
 * Percentile bootstrap (Efron and Tibshirani, "An introduction to the bootstrap", 1993, chapter 13).
 * `redraw` gives the statistic of one resample; p follows their section 16.4 with the +1 of Davison and Hinkley
 * ("Bootstrap methods and their application", 1997, section 4.2), so that it is never 0.
 */
export function bootstrap(value: number, resamples: number, redraw: () => number): Estimate {
  const drawn = new Float64Array(resamples);
  let atMostZero = 0;
  let atLeastZero = 0;
  for (let index = 0; index < resamples; index += 1) {
    const estimate = redraw();
    drawn[index] = estimate;
    if (estimate <= 0) atMostZero += 1;
    if (estimate >= 0) atLeastZero += 1;
  }
  drawn.sort();
  return {
    value,
    interval: [quantile(drawn, 0.025), quantile(drawn, 0.975)],
    p: Math.min(1, (2 * (Math.min(atMostZero, atLeastZero) + 1)) / (resamples + 1)),
  };
}
