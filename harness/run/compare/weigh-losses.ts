import type { EventLoss } from '../../contract/event-loss.ts';

type Delivered = EventLoss['faults'][number]['old'];
type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface Weighed extends Delivered {
  /** One run that lost something, and what. */
  readonly example?: string;
}

/**
 * Holds what runs delivered in trouble against what the same messages deliver without: per kind, the usual number of
 * events of an undisturbed run. `asked`: messages sent; one that was never accepted has lost everything.
 */
export function weighLosses(undisturbed: Counts, disturbed: Counts, asked: number): Weighed {
  const usual = usualCounts(undisturbed);
  const perRun = [...usual.values()].reduce((sum, count) => sum + count, 0);
  const runs = Math.max(asked, disturbed.size);
  let lost = (runs - disturbed.size) * perRun;
  let example: string | undefined;
  for (const [run, kinds] of disturbed) {
    const missing = [...usual]
      .map(([kind, count]) => ({ kind, count: count - (kinds.get(kind) ?? 0) }))
      .filter(({ count }) => count > 0);
    lost += missing.reduce((sum, { count }) => sum + count, 0);
    if (missing.length === 0) continue;
    example ??= `${run} never told ${missing.map(({ kind, count }) => `${count} ${kind}`).join(', ')}`;
  }
  return { runs, expected: runs * perRun, lost, ...(example === undefined ? {} : { example }) };
}

/** The number of events of each kind that most runs have. */
function usualCounts(runs: Counts): Map<string, number> {
  const kinds = new Set([...runs.values()].flatMap((counts) => [...counts.keys()]));
  return new Map(
    [...kinds].map((kind) => {
      const counts = [...runs.values()].map((own) => own.get(kind) ?? 0).toSorted((a, b) => a - b);
      return [kind, counts[Math.floor(counts.length / 2)] ?? 0];
    }),
  );
}
