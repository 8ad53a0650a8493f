import { Dispatcher } from '../dispatch/compat.ts';

export function offerWebhooks(): void {
  Dispatcher.register({
    name: 'webhook',
    description: 'Tells another system about an event',
    run: async (parameters) => `told ${String(parameters['url'])}`,
  });
}
