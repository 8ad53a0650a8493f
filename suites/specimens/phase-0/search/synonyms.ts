import { Dispatcher } from '../dispatch/compat.ts';

const synonyms: Readonly<Record<string, readonly string[]>> = {
  invoice: ['bill', 'receipt'],
  workspace: ['team', 'account'],
};

export function offerSynonyms(): void {
  Dispatcher.register({
    name: 'synonyms',
    description: 'Words that mean the same to our search',
    run: async (parameters) => (synonyms[String(parameters['word'])] ?? []).join(', '),
  });
}
