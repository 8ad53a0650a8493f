import { offerTool } from '../dispatch/index.ts';
import { openTicket } from './ticket-store.ts';

export function offerTickets(): void {
  offerTool({
    name: 'open_ticket',
    description: 'Writes down what a person has to look at',
    run: async (parameters, { userId }) =>
      `ticket ${openTicket(userId, String(parameters['subject']))}`,
  });
}
