import { offerTool } from '../dispatch/index.ts';

export function offerWelcome(): void {
  offerTool({
    name: 'welcome',
    description: 'Greets a new customer by name',
    run: async (parameters) => `Welcome, ${String(parameters['name'])}!`,
  });
}
