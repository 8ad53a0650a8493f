/** Everything a platform, a specimen or a mutant may use of the dispatcher. */
export { WebSocketBridgeAdapter } from './bridge/web-socket-bridge-adapter.ts';
export { failureCodes, refusalCodes, type FailureCode, type RefusalCode } from './call-codes.ts';
export { CallAborted } from './dispatch/call-aborted.ts';
export type { DispatcherMetrics } from './dispatch/dispatch-tally.ts';
export { RequestScopedToolDispatcher } from './dispatch/request-scoped-tool-dispatcher.ts';
export { DispatcherError, dispatcherErrors, type DispatcherErrorCode } from './dispatcher-error.ts';
export { openLegacyEntrances, type LegacyEntrances } from './facades/legacy-entrances.ts';
export type { DispatcherLimits } from './limits/dispatcher-limits.ts';
export { connectMcpServer, type McpConnection } from './mcp/connect-mcp-server.ts';
export type { McpServerAddress } from './mcp/mcp-server-address.ts';
export type { McpToolOptions } from './mcp/mcp-tool-options.ts';
export type {
  AgentBridge,
  AgentDispatcher,
  Delivery,
  DispatchEventKind,
  EventDraft,
  EventSink,
  PlatformParts,
  ToolCall,
  ToolResult,
} from './parts.ts';
export { RequestScopedToolDispatcherFactory } from './request-scoped-tool-dispatcher-factory.ts';
export { defineTool } from './tool/define-tool.ts';
export type { ToolDefinition, ToolInvocation } from './tool/tool-definition.ts';
export {
  createUserExecutionContext,
  UserExecutionContextSchema,
  type UserExecutionContext,
} from './user-execution-context.ts';
