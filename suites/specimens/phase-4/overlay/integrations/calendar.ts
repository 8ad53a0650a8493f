import { offerTool } from '../dispatch/index.ts';

const dayMs = 86_400_000;

export function offerCalendar(): void {
  offerTool({
    name: 'follow_up',
    description: 'Says the day on which to ask again',
    run: async (parameters) => {
      const day = new Date(Date.parse(String(parameters['from'])) + 7 * dayMs);
      return day.toISOString().slice(0, 10);
    },
  });
}
