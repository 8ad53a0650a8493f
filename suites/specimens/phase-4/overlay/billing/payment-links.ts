import { randomUUID } from 'node:crypto';
import { offerTool } from '../dispatch/index.ts';

export function offerPaymentLinks(): void {
  offerTool({
    name: 'payment_link',
    description: 'Makes a link with which one invoice can be paid',
    run: async (parameters) => `/pay/${String(parameters['invoice'])}/${randomUUID()}`,
  });
}
