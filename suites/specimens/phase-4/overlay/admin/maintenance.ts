import type { ScopedToolDispatcher } from '../dispatch/index.ts';

/** Gives how many answers were dropped. */
export function dropRecentAnswers(dispatcher: ScopedToolDispatcher): number {
  const { size } = dispatcher.recentCalls();
  dispatcher.forgetRecent();
  return size;
}
