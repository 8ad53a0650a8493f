import { offerTool } from '../dispatch/index.ts';
import { formatCents } from './money.ts';

const limitCents = 5_000;

export function offerRefunds(): void {
  offerTool({
    name: 'refund',
    description: 'Pays a small amount back',
    run: async (parameters) => {
      const cents = Number(parameters['cents']);
      if (cents > limitCents) throw new Error('a person has to decide about this refund');
      return `refunded ${formatCents(cents)}`;
    },
  });
}
