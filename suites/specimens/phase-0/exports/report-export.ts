import { setTimeout as pause } from 'node:timers/promises';
import { AssistantToolDispatcher } from '../dispatch/engine/assistant-tool-dispatcher.ts';

export function offerReportExport(): void {
  AssistantToolDispatcher.installTool({
    name: 'slow',
    description: 'Exports a report; `ms` is how long the warehouse takes',
    run: async (parameters, { signal }) => {
      const ms = Number(parameters['ms']);
      await pause(ms, undefined, { signal });
      return `worked ${ms} ms`;
    },
  });
}
