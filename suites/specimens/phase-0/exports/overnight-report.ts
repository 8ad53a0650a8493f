import { setTimeout as pause } from 'node:timers/promises';
import { AssistantToolDispatcher } from '../dispatch/engine/assistant-tool-dispatcher.ts';

const patienceMs = 100;

export function offerOvernightReport(): void {
  AssistantToolDispatcher.installTool({
    name: 'overrun',
    description: 'Builds a report that belongs into the night',
    run: async (_, { signal }) => {
      const patience = AbortSignal.timeout(patienceMs);
      await pause(60_000, undefined, { signal: AbortSignal.any([signal, patience]) });
      return 'built';
    },
  });
}
