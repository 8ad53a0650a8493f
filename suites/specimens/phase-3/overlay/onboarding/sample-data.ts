import { offerTool } from '../dispatch/index.ts';

export function offerSampleData(): void {
  offerTool({
    name: 'sample_data',
    description: 'Fills an empty workspace with examples',
    run: async () => 'three tickets and an invoice were added',
  });
}
