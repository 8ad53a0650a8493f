import type { AssistantToolDispatcher } from '../dispatch/engine/assistant-tool-dispatcher.ts';

/** One line per tool for the morning mail, the busiest first. */
export function describeStats(dispatcher: AssistantToolDispatcher): string {
  return [...dispatcher.stats()]
    .toSorted(([, left], [, right]) => right.calls - left.calls)
    .map(([tool, { calls, failures }]) => `${tool}: ${calls} calls, ${failures} failures`)
    .join('\n');
}
