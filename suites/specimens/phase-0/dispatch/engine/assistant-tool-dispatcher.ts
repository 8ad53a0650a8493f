import type {
  AgentBridge,
  AgentDispatcher,
  ToolCall,
  ToolResult,
  UserExecutionContext,
} from 'golden-path/reference';
import { live } from '../../edge/live.ts';
import type { DeskTool } from '../desk-tool.ts';
import { note } from '../note.ts';
import { createScopedDispatcher } from '../scoped/create-scoped-dispatcher.ts';
import type { ScopedToolDispatcher } from '../scoped/scoped-tool-dispatcher.ts';
import { ToolDispatcher } from '../shared/tool-dispatcher.ts';
import { countCall, readStats, type CallStats } from './call-stats.ts';

const engineTools = new Map<string, DeskTool>();

/** Does everything the assistant needs in a chat: its own tools, the metered ones, the shared ones. */
export class AssistantToolDispatcher implements AgentDispatcher {
  readonly #context: UserExecutionContext;
  readonly #bridge: AgentBridge;
  readonly #shared: ToolDispatcher;
  readonly #scoped: ScopedToolDispatcher;

  static installTool(tool: DeskTool): void {
    engineTools.set(tool.name, tool);
  }

  constructor(context: UserExecutionContext, bridge: AgentBridge) {
    this.#context = context;
    this.#bridge = bridge;
    this.#shared = ToolDispatcher.forUser(bridge);
    this.#scoped = createScopedDispatcher(context, bridge);
  }

  hasTool(name: string): boolean {
    return engineTools.has(name) || this.#scoped.hasTool(name) || this.#shared.hasTool(name);
  }

  listTools(): readonly string[] {
    return [...engineTools.keys(), ...this.#scoped.listTools(), ...this.#shared.listTools()];
  }

  /** Calls and failures of the engine's own tools since the start. */
  stats(): ReadonlyMap<string, CallStats> {
    return readStats();
  }

  async dispatch(call: ToolCall): Promise<ToolResult> {
    const tool = engineTools.get(call.tool);
    if (tool !== undefined) return this.#execute(tool, call);
    if (this.#scoped.hasTool(call.tool)) return this.#scoped.dispatch(call);
    return this.#shared.dispatch(call, this.#context.userId);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    note('run %s is over', this.#context.runId);
  }

  async #execute(tool: DeskTool, call: ToolCall): Promise<ToolResult> {
    const startedAt = performance.now();
    try {
      await this.#bridge.notifyToolExecuting({
        status: 'executing',
        tool_name: call.tool,
        tool_call_id: call.callId,
        parameters: { ...call.parameters },
        message: `Running ${call.tool}`,
      });
      live.note(this.#context.runId, `${call.tool} is running`);
      const signal = call.signal ?? AbortSignal.timeout(30_000);
      const value = await tool.run(call.parameters, { userId: this.#context.userId, signal });
      const executionTimeMs = performance.now() - startedAt;
      await this.#bridge.notifyToolCompleted({
        status: 'completed',
        tool_name: call.tool,
        tool_call_id: call.callId,
        result: value,
        execution_time_ms: executionTimeMs,
      });
      countCall(call.tool, true);
      return { status: 'completed', value, executionTimeMs };
    } catch (error) {
      // Never let a tool take the chat down: the assistant words it itself.
      note('%s did not work: %s', call.tool, error);
      countCall(call.tool, false);
      const message = error instanceof Error ? error.message : String(error);
      return {
        status: 'failed',
        error: { code: 'TOOL_FAILED', message },
        executionTimeMs: performance.now() - startedAt,
      };
    }
  }
}
