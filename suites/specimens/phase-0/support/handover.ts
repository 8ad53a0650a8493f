import { EngineDispatcher } from '../dispatch/compat.ts';
import { openTicket } from './ticket-store.ts';

export function offerHandover(): void {
  EngineDispatcher.installTool({
    name: 'hand_over',
    description: 'Passes the chat to a person',
    run: async (_, { userId }) => {
      const ticket = openTicket(userId, 'wants to talk to a person');
      return `a person will read this chat, ticket ${ticket}`;
    },
  });
}
