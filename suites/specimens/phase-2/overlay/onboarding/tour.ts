import { offerTool } from '../dispatch/index.ts';

const stops = ['inbox', 'reports', 'settings'];

export function offerTour(): void {
  offerTool({
    name: 'tour',
    description: 'Names the places a new customer should see',
    run: async () => stops.join(' → '),
  });
}
