/** Ends of an interval; one that the samples cannot give is not there. */
export interface OrderInterval {
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Chance, at each end, that the true quantile lies beyond it: together 5 %. */
const tail = 0.025;

/**
 * A 95 % interval of the `p` quantile (0 … 1) that assumes nothing of the distribution: between two order statistics,
 * chosen by the binomial distribution of how many samples lie below the quantile (Hahn and Meeker, "Statistical
 * intervals", 1991, section 5.2). An end needs samples beyond it: for the 95th percentile an upper one begins at 72.
 */
export function orderInterval(ascending: readonly number[], p: number): OrderInterval {
  const { length: n } = ascending;
  let low: number | undefined;
  let high: number | undefined;
  // P(B = k) and P(B < k) for B of Binomial(n, p), k counting up.
  let mass = (1 - p) ** n;
  let below = 0;
  for (let k = 0; k < n; k += 1) {
    below += mass;
    mass *= ((n - k) / (k + 1)) * (p / (1 - p));
    // The (k + 1)-th sample, `ascending[k]`, lies above the quantile when at most k lie below it.
    if (below <= tail) low = ascending[k];
    if (high === undefined && 1 - below <= tail) high = ascending[k];
  }
  return { low, high };
}
