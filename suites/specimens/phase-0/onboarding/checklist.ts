import { ToolDispatcher } from '../dispatch/shared/tool-dispatcher.ts';

const steps = ['invite a colleague', 'connect the mailbox', 'write the first macro'];

export function offerChecklist(): void {
  ToolDispatcher.register({
    name: 'next_step',
    description: 'Says what to set up next',
    run: async (parameters) => steps[Number(parameters['done'])] ?? 'all set up',
  });
}
