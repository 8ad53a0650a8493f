/** Each bucket is this much wider than the one before: percentiles are exact to half a percent. */
const ratio = Math.log(1.01);
/** Shorter durations share the first bucket, longer ones than 28 hours the last. */
const shortestMs = 0.001;
const buckets = 2_550;

/** Durations in constant memory (a histogram of logarithmic buckets, 10 kB), with the extremes kept exactly. */
export class DurationSketch {
  readonly #counts = new Uint32Array(buckets);
  #count = 0;
  #least = Infinity;
  #most = 0;

  get count(): number {
    return this.#count;
  }

  add(ms: number): void {
    const bucket = Math.floor(Math.log(Math.max(ms, shortestMs) / shortestMs) / ratio);
    const place = Math.min(bucket, buckets - 1);
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    this.#count += 1;
    this.#least = Math.min(this.#least, ms);
    this.#most = Math.max(this.#most, ms);
  }

  /** The duration of this rank, from 1 to `count`, in ms. */
  ranked(rank: number): number {
    let passed = 0;
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      passed += this.#counts[bucket] ?? 0;
      if (passed < rank) continue;
      const middle = shortestMs * Math.exp((bucket + 0.5) * ratio);
      return Math.min(this.#most, Math.max(this.#least, middle));
    }
    return this.#most;
  }
}
