import { offerTool } from '../dispatch/index.ts';

const trail: string[] = [];

export function offerAuditTrail(): void {
  offerTool({
    name: 'record_access',
    description: 'Writes down who looked at what',
    run: async (parameters, { userId }) => {
      trail.push(`${userId} ${String(parameters['object'])}`);
      return `${trail.length} entries`;
    },
  });
}
