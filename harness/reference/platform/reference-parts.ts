import {
  RequestScopedToolDispatcherFactory,
  WebSocketBridgeAdapter,
  type PlatformParts,
  type ToolDefinition,
} from '../dispatcher/index.ts';

/** The parts of the reference: the one factory, the one bridge. */
export function createReferenceParts(tools: readonly ToolDefinition[]): PlatformParts {
  const factory = new RequestScopedToolDispatcherFactory({ tools });
  return {
    openBridge: (context, sink) =>
      new WebSocketBridgeAdapter(context, sink, { agentName: 'assistant' }),
    openDispatcher: (context, bridge) => factory.create(context, bridge),
  };
}
