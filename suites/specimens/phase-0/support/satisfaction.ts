import type { AssistantToolDispatcher } from '../dispatch/engine/assistant-tool-dispatcher.ts';

/** Share of calls that worked, 0 to 1; 1 while nothing was called. */
export function rateSatisfaction(dispatcher: AssistantToolDispatcher): number {
  const all = [...dispatcher.stats().values()];
  const calls = all.reduce((sum, one) => sum + one.calls, 0);
  const failures = all.reduce((sum, one) => sum + one.failures, 0);
  return calls === 0 ? 1 : 1 - failures / calls;
}
