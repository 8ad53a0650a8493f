import type { AgentBridge, UserExecutionContext } from 'golden-path/reference';
import { createToolDispatcher } from '../create-tool-dispatcher.ts';
import type { AssistantToolDispatcher } from './assistant-tool-dispatcher.ts';

/** @deprecated Use createToolDispatcher. */
export class EngineFactory {
  async create(
    context: UserExecutionContext,
    bridge: AgentBridge,
  ): Promise<AssistantToolDispatcher> {
    process.emitWarning('use createToolDispatcher', 'DeprecationWarning', 'DESK_ENGINE_FACTORY');
    return createToolDispatcher(context, bridge);
  }
}
