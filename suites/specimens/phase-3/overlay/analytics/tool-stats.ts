import type { ScopedToolDispatcher } from '../dispatch/index.ts';

/** One line per tool for the morning mail, the busiest first. */
export function describeStats(dispatcher: ScopedToolDispatcher): string {
  return [...dispatcher.stats()]
    .toSorted(([, left], [, right]) => right.calls - left.calls)
    .map(([tool, { calls, failures }]) => `${tool}: ${calls} calls, ${failures} failures`)
    .join('\n');
}
