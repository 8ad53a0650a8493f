import type { AgentBridge, UserExecutionContext } from 'golden-path/reference';
import { offeredTools } from '../catalogue.ts';
import { ScopedToolDispatcher } from './scoped-tool-dispatcher.ts';

export function createScopedDispatcher(
  context: UserExecutionContext,
  bridge: AgentBridge,
): ScopedToolDispatcher {
  return new ScopedToolDispatcher(context, bridge, offeredTools());
}
