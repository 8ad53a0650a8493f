import { ToolDispatcher } from '../dispatch/shared/tool-dispatcher.ts';

export function offerCohorts(): void {
  ToolDispatcher.register({
    name: 'cohort',
    description: 'Names the group of customers who started in the same month',
    run: async (parameters) => String(parameters['since']).slice(0, 7),
  });
}
