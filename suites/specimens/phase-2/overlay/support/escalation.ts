import { offerTool } from '../dispatch/index.ts';
import { raiseTicket } from './ticket-store.ts';

export function offerEscalation(): void {
  offerTool({
    name: 'escalate',
    description: 'Raises a ticket of the customer by one level',
    run: async (parameters, { userId }) =>
      `level ${raiseTicket(userId, Number(parameters['ticket']))}`,
  });
}
