import { Dispatcher, RequestDispatcher } from '../dispatch/compat.ts';
import { note } from '../dispatch/note.ts';

/** Deliveries are retried, so they were to have a dispatcher of their own. */
export function offerWebhooks(): void {
  try {
    const dispatcher = new RequestDispatcher({ retries: 3 });
    note('webhooks use %o', dispatcher);
  } catch {
    Dispatcher.register({
      name: 'webhook',
      description: 'Tells another system about an event',
      run: async (parameters) => `told ${String(parameters['url'])}`,
    });
  }
}
