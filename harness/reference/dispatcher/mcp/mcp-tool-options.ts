/** What holds for all tools of one server; see `ToolDefinition`. */
export interface McpToolOptions {
  readonly permissions?: readonly string[];
  readonly timeoutMs?: number;
  readonly concurrencyClass?: string;
  readonly secretKeys?: readonly string[];
}
