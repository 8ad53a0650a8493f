import { offerTool } from '../dispatch/index.ts';

const hours = Array.from({ length: 24 }, () => 0);

export function offerHeatmap(): void {
  offerTool({
    name: 'heatmap',
    description: 'Counts a question in its hour of the day',
    run: async (parameters) => {
      const hour = Number(parameters['hour']) % 24;
      hours[hour] = (hours[hour] ?? 0) + 1;
      return hours.join(' ');
    },
  });
}
