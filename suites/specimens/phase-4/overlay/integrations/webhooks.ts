import { offerTool } from '../dispatch/index.ts';

export function offerWebhooks(): void {
  offerTool({
    name: 'webhook',
    description: 'Tells another system about an event',
    run: async (parameters) => `told ${String(parameters['url'])}`,
  });
}
