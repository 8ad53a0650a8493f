import { offerTool } from '../dispatch/index.ts';

const saved = new Map<string, string[]>();

export function offerSavedSearches(): void {
  offerTool({
    name: 'save_search',
    description: 'Keeps a search of the customer for next time',
    run: async (parameters, { userId }) => {
      const mine = [...(saved.get(userId) ?? []), String(parameters['query'])];
      saved.set(userId, mine);
      return `${mine.length} saved`;
    },
  });
}
