import { ToolDispatcher } from '../dispatch/shared/tool-dispatcher.ts';

export function offerWelcome(): void {
  ToolDispatcher.register({
    name: 'welcome',
    description: 'Greets a new customer by name',
    run: async (parameters) => `Welcome, ${String(parameters['name'])}!`,
  });
}
