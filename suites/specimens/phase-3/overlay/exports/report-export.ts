import { setTimeout as pause } from 'node:timers/promises';
import { offerTool } from '../dispatch/index.ts';

export function offerReportExport(): void {
  offerTool({
    name: 'slow',
    description: 'Exports a report; `ms` is how long the warehouse takes',
    run: async (parameters, { signal }) => {
      const ms = Number(parameters['ms']);
      await pause(ms, undefined, { signal });
      return `worked ${ms} ms`;
    },
  });
}
