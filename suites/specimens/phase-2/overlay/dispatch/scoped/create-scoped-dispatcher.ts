import type { AgentBridge, UserExecutionContext } from 'golden-path/reference';
import { createToolDispatcher } from '../create-tool-dispatcher.ts';
import type { AssistantToolDispatcher } from '../engine/assistant-tool-dispatcher.ts';

/** @deprecated Use createToolDispatcher. */
export async function createScopedDispatcher(
  context: UserExecutionContext,
  bridge: AgentBridge,
): Promise<AssistantToolDispatcher> {
  process.emitWarning('use createToolDispatcher', 'DeprecationWarning', 'DESK_SCOPED_FACTORY');
  return createToolDispatcher(context, bridge);
}
