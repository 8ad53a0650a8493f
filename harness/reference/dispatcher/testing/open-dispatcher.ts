import { WebSocketBridgeAdapter } from '../bridge/web-socket-bridge-adapter.ts';
import type { RequestScopedToolDispatcher } from '../dispatch/request-scoped-tool-dispatcher.ts';
import type { DispatcherLimits } from '../limits/dispatcher-limits.ts';
import { RequestScopedToolDispatcherFactory } from '../request-scoped-tool-dispatcher-factory.ts';
import type { ToolDefinition } from '../tool/tool-definition.ts';
import { contextOf } from './context-of.ts';
import { RecordingSink } from './recording-sink.ts';

/** A dispatcher of user `ada` with a factory of its own. */
export async function openDispatcher(options: {
  readonly tools: readonly ToolDefinition[];
  readonly limits?: Partial<DispatcherLimits>;
  readonly sink?: RecordingSink;
}): Promise<{ dispatcher: RequestScopedToolDispatcher; sink: RecordingSink }> {
  const { tools, limits = {}, sink = new RecordingSink() } = options;
  const context = contextOf('ada');
  const bridge = new WebSocketBridgeAdapter(context, sink, { agentName: 'helper' });
  const factory = new RequestScopedToolDispatcherFactory({ tools, limits });
  return { dispatcher: await factory.create(context, bridge), sink };
}
