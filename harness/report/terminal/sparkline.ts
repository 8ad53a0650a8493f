import type { Measurement } from '../../contract/measurement.ts';

const unicodeLevels = ' ▁▂▃▄▅▆▇█';
const asciiLevels = ' .:-=+*#@';

/** Where a bucket begins: at the bound before it; the first one is taken to be a twentieth wide. */
function edges(buckets: readonly (readonly [number, number])[]): [number, number, number][] {
  return buckets.map(([bound, count], nth) => {
    const before = buckets[nth - 1]?.[0];
    return [before ?? bound * 0.95, bound, count];
  });
}

/**
 * A distribution in so many characters, from its smallest to its largest bound, logarithmically: latencies have long tails.
 * Empty where no distribution was kept.
 */
export function sparkline(
  { distribution = [] }: Pick<Measurement, 'distribution'>,
  width: number,
  unicode: boolean,
): string {
  const spans = edges(distribution.filter(([bound]) => bound > 0)).map(
    ([from, to, count]) => [Math.log(from), Math.log(to), count] as const,
  );
  const [low = 0] = spans[0] ?? [];
  const high = spans.at(-1)?.[1] ?? 0;
  if (!(high > low)) return '';
  const step = (high - low) / width;
  const shares = Array.from({ length: width }, (_, column) => {
    const [left, right] = [low + column * step, low + (column + 1) * step];
    return spans.reduce((sum, [from, to, count]) => {
      const shared = Math.min(right, to) - Math.max(left, from);
      if (to <= from) return from >= left && from < right ? sum + count : sum;
      return shared > 0 ? sum + (count * shared) / (to - from) : sum;
    }, 0);
  });
  const most = Math.max(...shares);
  const levels = unicode ? unicodeLevels : asciiLevels;
  return shares
    .map((share) => levels[Math.ceil((share / most) * (levels.length - 1))] ?? ' ')
    .join('');
}
