import { ToolDispatcher } from '../dispatch/shared/tool-dispatcher.ts';

/** Says back what the customer typed; the search page shows with it how a query was understood. */
export function offerEchoQuery(): void {
  ToolDispatcher.register({
    name: 'echo',
    description: 'Gives the text of a query back',
    run: async (parameters) => String(parameters['text']),
  });
}
