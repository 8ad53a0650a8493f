import { offerTool } from '../dispatch/index.ts';

/** Metered: large tables appear on the invoice. */
export function offerTableExport(): void {
  offerTool({
    name: 'large',
    description: 'Exports a whole table of `size` characters',
    run: async (parameters) => 'x'.repeat(Number(parameters['size'])),
  });
}
