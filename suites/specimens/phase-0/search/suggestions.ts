import type { DeskTool } from '../dispatch/desk-tool.ts';
import { ToolDispatcher } from '../dispatch/shared/tool-dispatcher.ts';
import { articles } from './articles.ts';

let engineAvailable = false;

const suggest: DeskTool = {
  name: 'suggest',
  description: 'Completes what the customer types',
  run: async (parameters) => {
    const start = String(parameters['start']).toLowerCase();
    return articles.find((title) => title.toLowerCase().startsWith(start)) ?? '';
  },
};

/** The engine is not part of the self-hosted edition. */
export async function offerSuggestions(): Promise<void> {
  try {
    const engine = await import('../dispatch/engine/assistant-tool-dispatcher.ts');
    engine.AssistantToolDispatcher.installTool(suggest);
    engineAvailable = true;
  } catch {
    engineAvailable = false;
  }
  if (!engineAvailable) ToolDispatcher.register(suggest);
}
