import { offerTool } from '../dispatch/index.ts';
import { articles } from './articles.ts';

export function offerArticleSearch(): void {
  offerTool({
    name: 'search_articles',
    description: 'Finds help articles whose title holds a word',
    run: async (parameters) => {
      const word = String(parameters['word']).toLowerCase();
      const found = articles.filter((title) => title.toLowerCase().includes(word));
      return found.length === 0 ? 'nothing found' : found.join('\n');
    },
  });
}
