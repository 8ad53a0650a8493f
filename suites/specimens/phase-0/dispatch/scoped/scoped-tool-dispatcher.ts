import type {
  AgentBridge,
  ToolCall,
  ToolResult,
  UserExecutionContext,
} from 'golden-path/reference';
import type { DeskTool } from '../desk-tool.ts';
import { openScopedBridge } from './open-scoped-bridge.ts';

/** One request, one dispatcher: nothing of one customer is left when the next one comes. */
export class ScopedToolDispatcher {
  readonly #context: UserExecutionContext;
  readonly #bridge: ReturnType<typeof openScopedBridge>;
  readonly #tools: ReadonlyMap<string, DeskTool>;

  constructor(
    context: UserExecutionContext,
    bridge: AgentBridge,
    tools: ReadonlyMap<string, DeskTool>,
  ) {
    this.#context = context;
    this.#bridge = openScopedBridge(bridge);
    this.#tools = tools;
  }

  hasTool(name: string): boolean {
    return this.#tools.has(name);
  }

  listTools(): readonly string[] {
    return [...this.#tools.keys()];
  }

  async dispatch(call: ToolCall): Promise<ToolResult> {
    const tool = this.#tools.get(call.tool);
    if (tool === undefined) {
      const message = `${call.tool} is not metered`;
      return { status: 'refused', error: { code: 'TOOL_UNKNOWN', message }, executionTimeMs: 0 };
    }
    const signal = call.signal ?? AbortSignal.timeout(30_000);
    await this.#bridge.notifyToolExecuting(call);
    try {
      const value = await tool.run(call.parameters, { userId: this.#context.userId, signal });
      const executionTimeMs = await this.#bridge.notifyToolCompleted(call, value);
      return { status: 'completed', value, executionTimeMs };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const executionTimeMs = await this.#bridge.notifyToolFailed(call, message);
      return { status: 'failed', error: { code: 'TOOL_FAILED', message }, executionTimeMs };
    }
  }
}
