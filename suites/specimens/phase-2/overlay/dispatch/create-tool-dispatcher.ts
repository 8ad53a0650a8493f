import type { AgentBridge, UserExecutionContext } from 'golden-path/reference';
import { offeredTools } from './catalogue.ts';
import { AssistantToolDispatcher } from './engine/assistant-tool-dispatcher.ts';
import { ScopedToolDispatcher } from './scoped/scoped-tool-dispatcher.ts';
import { ToolDispatcher } from './shared/tool-dispatcher.ts';

/** The one way to a dispatcher: every chat and every job gets its own, with nothing in it of anybody else. */
export async function createToolDispatcher(
  context: UserExecutionContext,
  bridge: AgentBridge,
): Promise<AssistantToolDispatcher> {
  return new AssistantToolDispatcher(context, bridge, {
    shared: new ToolDispatcher(context, bridge),
    scoped: new ScopedToolDispatcher(context, bridge, offeredTools()),
  });
}
