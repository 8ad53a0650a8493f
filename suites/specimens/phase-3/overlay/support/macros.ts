import { offerTool } from '../dispatch/index.ts';

const macros: Readonly<Record<string, string>> = {
  thanks: 'Thank you for your patience.',
  closing: 'Is there anything else I can do for you?',
};

export function offerMacros(): void {
  offerTool({
    name: 'macro',
    description: 'Gives a sentence the team agreed upon',
    run: async (parameters) => macros[String(parameters['name'])] ?? '',
  });
}
