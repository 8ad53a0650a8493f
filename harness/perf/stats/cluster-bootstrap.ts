import { bootstrap, type Estimate } from './bootstrap.ts';
import { median } from './median.ts';
import { quantile } from './quantile.ts';
import type { Random } from './random.ts';

/** The median of as many draws with replacement as there are values: draws are counted per value, which spares sorting them. */
function drawMedian(ascending: Float64Array, counts: Uint16Array, random: Random): number {
  const { length } = ascending;
  counts.fill(0);
  for (let draw = 0; draw < length; draw += 1) {
    const index = Math.floor(random() * length);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  let low = Number.NaN;
  let seen = 0;
  for (let index = 0; index < length; index += 1) {
    seen += counts[index] ?? 0;
    const value = ascending[index] ?? Number.NaN;
    if (Number.isNaN(low) && seen >= length / 2) low = value;
    if (seen > length / 2) return (low + value) / 2;
  }
  return low;
}

/**
 * Median of launch medians with a 95 % interval by cluster bootstrap: launches are drawn with replacement first,
 * then the slices within each (Davison and Hinkley, "Bootstrap methods and their application", 1997, section 3.8).
 * Slices of one launch share its memory layout and JIT decisions; drawing them as if they were independent
 * gave 9 to 17 false alarms in 100.
 *
 * @param launches One array of slice values per launch, none of them empty; for ratios, log(candidate / baseline).
 */
export function clusterBootstrap(
  launches: readonly (readonly number[])[],
  options: { random: Random; resamples?: number },
): Estimate {
  if (launches.length === 0 || launches.some((slices) => slices.length === 0)) {
    throw new RangeError('every launch needs at least one slice');
  }
  const { random, resamples = 2000 } = options;
  const ascending = launches.map((slices) => Float64Array.from(slices).toSorted());
  const counts = launches.map((slices) => new Uint16Array(slices.length));
  const medians = new Float64Array(launches.length);
  return bootstrap(median(launches.map(median)), resamples, () => {
    for (let slot = 0; slot < medians.length; slot += 1) {
      const drawn = Math.floor(random() * launches.length);
      medians[slot] = drawMedian(
        ascending[drawn] ?? new Float64Array(),
        counts[drawn] ?? new Uint16Array(),
        random,
      );
    }
    medians.sort();
    return quantile(medians, 0.5);
  });
}
