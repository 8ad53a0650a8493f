import type { AgentBridge, UserExecutionContext } from 'golden-path/reference';
import { AssistantToolDispatcher } from './assistant-tool-dispatcher.ts';

/** Asynchronous since the permission service was planned; it was never built. */
export class EngineFactory {
  async create(
    context: UserExecutionContext,
    bridge: AgentBridge,
  ): Promise<AssistantToolDispatcher> {
    return new AssistantToolDispatcher(context, bridge);
  }
}
