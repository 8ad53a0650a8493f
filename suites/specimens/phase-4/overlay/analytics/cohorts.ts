import { offerTool } from '../dispatch/index.ts';

export function offerCohorts(): void {
  offerTool({
    name: 'cohort',
    description: 'Names the group of customers who started in the same month',
    run: async (parameters) => String(parameters['since']).slice(0, 7),
  });
}
