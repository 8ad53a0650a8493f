import type {
  AgentBridge,
  AgentDispatcher,
  ToolCall,
  ToolResult,
  UserExecutionContext,
} from 'golden-path/reference';
import type { DeskTool } from '../desk-tool.ts';
import { note } from '../note.ts';
import { refuse } from '../refuse.ts';
import { runTool } from '../run-tool.ts';

export interface CallStats {
  readonly calls: number;
  readonly failures: number;
}

/** One request, one dispatcher: nothing of one customer is left when the next one comes. */
export class ScopedToolDispatcher implements AgentDispatcher {
  readonly #context: UserExecutionContext;
  readonly #bridge: AgentBridge;
  readonly #tools: ReadonlyMap<string, DeskTool>;
  readonly #recent = new Map<string, string>();
  readonly #stats = new Map<string, CallStats>();

  constructor(
    context: UserExecutionContext,
    bridge: AgentBridge,
    tools: ReadonlyMap<string, DeskTool>,
  ) {
    this.#context = context;
    this.#bridge = bridge;
    this.#tools = tools;
  }

  hasTool(name: string): boolean {
    return this.#tools.has(name);
  }

  listTools(): readonly string[] {
    return [...this.#tools.keys()];
  }

  /** What was answered in this chat, to look at in support cases. */
  recentCalls(): ReadonlyMap<string, string> {
    return this.#recent;
  }

  forgetRecent(): void {
    this.#recent.clear();
  }

  /** Calls and failures of this chat, per tool. */
  stats(): ReadonlyMap<string, CallStats> {
    return this.#stats;
  }

  async dispatch(call: ToolCall): Promise<ToolResult> {
    const tool = this.#tools.get(call.tool);
    if (tool === undefined) return refuse(call, this.#bridge);
    const result = await runTool(tool, call, this.#context.userId, this.#bridge);
    this.#remember(call, result);
    return result;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    note('run %s is over', this.#context.runId);
  }

  #remember(call: ToolCall, result: ToolResult): void {
    const worked = result.status === 'completed';
    if (worked) this.#recent.set(call.callId, String(result.value));
    const { calls, failures } = this.#stats.get(call.tool) ?? { calls: 0, failures: 0 };
    this.#stats.set(call.tool, { calls: calls + 1, failures: failures + (worked ? 0 : 1) });
  }
}
