import { offerTool } from '../dispatch/index.ts';
import type { UsageStore } from './usage-store.ts';

export function offerUsageMeter(usage: UsageStore): void {
  offerTool({
    name: 'count',
    description: 'Adds one to a counter of the customer and says its new value',
    run: async (parameters, { userId }) => {
      const name = String(parameters['name']);
      return `${name} = ${usage.add(userId, name)}`;
    },
  });
}
