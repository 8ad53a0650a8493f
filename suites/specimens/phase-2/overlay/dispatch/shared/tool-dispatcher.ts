import type {
  AgentBridge,
  ToolCall,
  ToolResult,
  UserExecutionContext,
} from 'golden-path/reference';
import type { DeskTool } from '../desk-tool.ts';
import { refuse } from '../refuse.ts';
import { runTool } from '../run-tool.ts';

const toolbox = new Map<string, DeskTool>();

/** The dispatcher of the first hour. The tools are the same for all; whom they report to is not. */
export class ToolDispatcher {
  readonly #context: UserExecutionContext;
  readonly #bridge: AgentBridge;
  readonly #recent = new Map<string, string>();

  static register(tool: DeskTool): void {
    toolbox.set(tool.name, tool);
  }

  constructor(context: UserExecutionContext, bridge: AgentBridge) {
    this.#context = context;
    this.#bridge = bridge;
  }

  hasTool(name: string): boolean {
    return toolbox.has(name);
  }

  listTools(): readonly string[] {
    return [...toolbox.keys()];
  }

  /** What was answered in this chat, to look at in support cases. */
  recentCalls(): ReadonlyMap<string, string> {
    return this.#recent;
  }

  forgetRecent(): void {
    this.#recent.clear();
  }

  async dispatch(call: ToolCall): Promise<ToolResult> {
    const tool = toolbox.get(call.tool);
    if (tool === undefined) return refuse(call, this.#bridge);
    const result = await runTool(tool, call, this.#context.userId, this.#bridge);
    if (result.status === 'completed') this.#recent.set(call.callId, String(result.value));
    return result;
  }
}
