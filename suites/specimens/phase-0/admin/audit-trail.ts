import { ToolDispatcher } from '../dispatch/shared/tool-dispatcher.ts';

const trail: string[] = [];

export function offerAuditTrail(): void {
  ToolDispatcher.register({
    name: 'record_access',
    description: 'Writes down who looked at what',
    run: async (parameters, { userId }) => {
      trail.push(`${userId} ${String(parameters['object'])}`);
      return `${trail.length} entries`;
    },
  });
}
