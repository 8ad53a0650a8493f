import { AssistantToolDispatcher } from '../dispatch/engine/assistant-tool-dispatcher.ts';
import { openTicket } from './ticket-store.ts';

export function offerTickets(): void {
  AssistantToolDispatcher.installTool({
    name: 'open_ticket',
    description: 'Writes down what a person has to look at',
    run: async (parameters, { userId }) =>
      `ticket ${openTicket(userId, String(parameters['subject']))}`,
  });
}
