import type { ToolDispatcher } from '../dispatch/shared/tool-dispatcher.ts';
import { articles } from './articles.ts';

/** One line for the morning mail. */
export function describeIndex(dispatcher: ToolDispatcher): string {
  const searchable = dispatcher.hasTool('search_articles') ? 'searchable' : 'hidden';
  return `${articles.length} articles, ${searchable}, ${dispatcher.recentCalls().size} questions`;
}
