const hours = Array.from({ length: 24 }, () => 0);

/** Loaded late because most customers never open it. */
export async function offerHeatmap(): Promise<void> {
  const { AssistantToolDispatcher } =
    await import('../dispatch/engine/assistant-tool-dispatcher.ts');
  AssistantToolDispatcher.installTool({
    name: 'heatmap',
    description: 'Counts a question in its hour of the day',
    run: async (parameters) => {
      const hour = Number(parameters['hour']) % 24;
      hours[hour] = (hours[hour] ?? 0) + 1;
      return hours.join(' ');
    },
  });
}
