import { raiseTicket } from './ticket-store.ts';

export async function offerEscalation(): Promise<void> {
  // At the top this made the tests of the night shift fail, for reasons nobody has had time to find.
  const { AssistantToolDispatcher } =
    await import('../dispatch/engine/assistant-tool-dispatcher.ts');
  AssistantToolDispatcher.installTool({
    name: 'escalate',
    description: 'Raises a ticket of the customer by one level',
    run: async (parameters, { userId }) =>
      `level ${raiseTicket(userId, Number(parameters['ticket']))}`,
  });
}
