import { ToolDispatcher } from '../dispatch/shared/tool-dispatcher.ts';
import { formatCents } from './money.ts';

let lastNumber = 41_000;

export function offerInvoices(): void {
  ToolDispatcher.register({
    name: 'create_invoice',
    description: 'Writes an invoice over `cents`',
    run: async (parameters) => {
      lastNumber += 1;
      return `invoice ${lastNumber} over ${formatCents(Number(parameters['cents']))}`;
    },
  });
}
