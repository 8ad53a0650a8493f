import { setTimeout as pause } from 'node:timers/promises';
import { offerTool } from '../dispatch/index.ts';

const patienceMs = 100;

export function offerOvernightReport(): void {
  offerTool({
    name: 'overrun',
    description: 'Builds a report that belongs into the night',
    run: async (_, { signal }) => {
      const patience = AbortSignal.timeout(patienceMs);
      await pause(60_000, undefined, { signal: AbortSignal.any([signal, patience]) });
      return 'built';
    },
  });
}
