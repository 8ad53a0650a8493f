import { randomUUID } from 'node:crypto';
import { ToolDispatcher } from '../dispatch/shared/tool-dispatcher.ts';

export function offerPaymentLinks(): void {
  ToolDispatcher.register({
    name: 'payment_link',
    description: 'Makes a link with which one invoice can be paid',
    run: async (parameters) => `/pay/${String(parameters['invoice'])}/${randomUUID()}`,
  });
}
