import type { ScopedToolDispatcher } from '../dispatch/index.ts';
import { articles } from './articles.ts';

/** One line for the morning mail. */
export function describeIndex(dispatcher: ScopedToolDispatcher): string {
  const searchable = dispatcher.hasTool('search_articles') ? 'searchable' : 'hidden';
  return `${articles.length} articles, ${searchable}, ${dispatcher.recentCalls().size} questions`;
}
