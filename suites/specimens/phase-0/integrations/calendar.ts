import { AssistantToolDispatcher } from '../dispatch/engine/assistant-tool-dispatcher.ts';

const dayMs = 86_400_000;

export function offerCalendar(): void {
  AssistantToolDispatcher.installTool({
    name: 'follow_up',
    description: 'Says the day on which to ask again',
    run: async (parameters) => {
      const day = new Date(Date.parse(String(parameters['from'])) + 7 * dayMs);
      return day.toISOString().slice(0, 10);
    },
  });
}
