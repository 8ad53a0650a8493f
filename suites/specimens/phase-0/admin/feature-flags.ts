import { AssistantToolDispatcher } from '../dispatch/engine/assistant-tool-dispatcher.ts';

const flags = new Map<string, boolean>([['new-inbox', true]]);

export function offerFeatureFlags(): void {
  AssistantToolDispatcher.installTool({
    name: 'flag',
    description: 'Says whether a feature is on',
    run: async (parameters) => (flags.get(String(parameters['name'])) === true ? 'on' : 'off'),
  });
}
