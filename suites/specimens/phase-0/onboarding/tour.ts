import { Dispatcher } from '../dispatch/compat.ts';

const stops = ['inbox', 'reports', 'settings'];

export function offerTour(): void {
  Dispatcher.register({
    name: 'tour',
    description: 'Names the places a new customer should see',
    run: async () => stops.join(' → '),
  });
}
