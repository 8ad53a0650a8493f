import { offerTool } from '../dispatch/index.ts';
import { articles } from './articles.ts';

export function offerSuggestions(): void {
  offerTool({
    name: 'suggest',
    description: 'Completes what the customer types',
    run: async (parameters) => {
      const start = String(parameters['start']).toLowerCase();
      return articles.find((title) => title.toLowerCase().startsWith(start)) ?? '';
    },
  });
}
