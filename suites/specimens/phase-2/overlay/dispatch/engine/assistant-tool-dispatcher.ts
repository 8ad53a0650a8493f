import type {
  AgentBridge,
  AgentDispatcher,
  ToolCall,
  ToolResult,
  UserExecutionContext,
} from 'golden-path/reference';
import type { DeskTool } from '../desk-tool.ts';
import { note } from '../note.ts';
import { runTool } from '../run-tool.ts';
import type { ScopedToolDispatcher } from '../scoped/scoped-tool-dispatcher.ts';
import type { ToolDispatcher } from '../shared/tool-dispatcher.ts';
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

  constructor(
    context: UserExecutionContext,
    bridge: AgentBridge,
    others: { readonly shared: ToolDispatcher; readonly scoped: ScopedToolDispatcher },
  ) {
    this.#context = context;
    this.#bridge = bridge;
    this.#shared = others.shared;
    this.#scoped = others.scoped;
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
    return this.#shared.dispatch(call);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    note('run %s is over', this.#context.runId);
  }

  async #execute(tool: DeskTool, call: ToolCall): Promise<ToolResult> {
    const result = await runTool(tool, call, this.#context.userId, this.#bridge);
    countCall(call.tool, result.status === 'completed');
    return result;
  }
}
