import { offerTool } from '../dispatch/index.ts';

const synonyms: Readonly<Record<string, readonly string[]>> = {
  invoice: ['bill', 'receipt'],
  workspace: ['team', 'account'],
};

export function offerSynonyms(): void {
  offerTool({
    name: 'synonyms',
    description: 'Words that mean the same to our search',
    run: async (parameters) => (synonyms[String(parameters['word'])] ?? []).join(', '),
  });
}
