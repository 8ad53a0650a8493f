import type { AgentBridge, UserExecutionContext } from 'golden-path/reference';
import { AssistantToolDispatcher } from './engine/assistant-tool-dispatcher.ts';
import { EngineFactory } from './engine/engine-factory.ts';
import { note } from './note.ts';

/** What the chat calls. A chat with an old dispatcher is better than a chat without one. */
export async function createToolDispatcher(
  context: UserExecutionContext,
  bridge: AgentBridge,
): Promise<AssistantToolDispatcher> {
  try {
    return await new EngineFactory().create(context, bridge);
  } catch (error) {
    note('the engine is not available: %s', error);
    return new AssistantToolDispatcher(context, bridge);
  }
}
