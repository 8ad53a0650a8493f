import { AssistantToolDispatcher } from '../dispatch/engine/assistant-tool-dispatcher.ts';

const macros: Readonly<Record<string, string>> = {
  thanks: 'Thank you for your patience.',
  closing: 'Is there anything else I can do for you?',
};

export function offerMacros(): void {
  AssistantToolDispatcher.installTool({
    name: 'macro',
    description: 'Gives a sentence the team agreed upon',
    run: async (parameters) => macros[String(parameters['name'])] ?? '',
  });
}
