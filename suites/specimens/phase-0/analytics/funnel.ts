import { AssistantToolDispatcher } from '../dispatch/engine/assistant-tool-dispatcher.ts';

export function offerFunnel(): void {
  AssistantToolDispatcher.installTool({
    name: 'funnel',
    description: 'Share of visitors who became customers, in percent',
    run: async (parameters) => {
      const share = Number(parameters['customers']) / Number(parameters['visitors']);
      return `${Math.round(share * 1000) / 10} %`;
    },
  });
}
