/** What can go wrong around dispatching, and what to do next. These are thrown; what goes wrong with one call is a result (see `call-codes.ts`). */
export const dispatcherErrors = {
  CONTEXT_INVALID: 'create the context with createUserExecutionContext and real ids of one request',
  DISPATCHER_CLOSED: 'a dispatcher serves one request; create another one through the factory',
  DISPATCHER_CONSTRUCTION: 'create dispatchers with RequestScopedToolDispatcherFactory.create',
  LIMITS_INVALID: 'the defaults are in limits/dispatcher-limits.ts',
  MCP_SDK_MISSING: 'npm install @modelcontextprotocol/sdk',
  MCP_UNREACHABLE: 'start the MCP server, or correct its command or URL',
  PERMISSIONS_UNAVAILABLE: 'nothing was run; make permissionsOf answer, or retry the request',
  TOOL_DEFINITION_INVALID: 'correct the definition given to defineTool',
  TOOL_DUPLICATE: 'give each tool a name of its own; a registered tool is never replaced',
} as const satisfies Record<string, string>;

export type DispatcherErrorCode = keyof typeof dispatcherErrors;

/** An error of whoever embeds the dispatcher: a stable code, what happened, what to do next. */
export class DispatcherError extends Error {
  readonly code: DispatcherErrorCode;
  readonly hint: string;

  constructor(code: DispatcherErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'DispatcherError';
    this.code = code;
    this.hint = dispatcherErrors[code];
  }
}
