import type { PairedSpeed } from '../../contract/paired-speed.ts';
import { comparePlatforms } from '../../perf/platforms/compare-platforms.ts';
import type { Target } from '../../targets/target.ts';

export interface SpeedOrder {
  /** Names, as a person gives them. */
  readonly old: string;
  readonly next: string;
  /** Opens one more process of that name where there can be one, else hands out the one there is. */
  readonly open: (name: string) => Promise<Target>;
  readonly seed: string;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Speed and memory of the new phase against the old one, in fresh processes side by side. */
export async function pairSpeed(order: SpeedOrder): Promise<PairedSpeed> {
  const { old, next, open, seed, say, signal } = order;
  const measurements = await comparePlatforms({
    old: () => open(old),
    next: () => open(next),
    seed: `${seed}-speed`,
    progress: say,
    signal,
  });
  const problem = measurements.length === 0 ? { problem: 'it was interrupted' } : {};
  return { old: [old], new: next, measurements, ...problem };
}
