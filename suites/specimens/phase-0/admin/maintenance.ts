import type { ToolDispatcher } from '../dispatch/shared/tool-dispatcher.ts';

/** Gives how many answers were dropped. */
export function dropRecentAnswers(dispatcher: ToolDispatcher): number {
  const { size } = dispatcher.recentCalls();
  dispatcher.forgetRecent();
  return size;
}
