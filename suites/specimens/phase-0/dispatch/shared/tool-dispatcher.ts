import type { AgentBridge, ToolCall, ToolResult } from 'golden-path/reference';
import type { DeskTool } from '../desk-tool.ts';
import { note } from '../note.ts';

interface Binding {
  readonly tool: DeskTool;
  readonly bridge: AgentBridge;
}

const toolbox = new Map<string, DeskTool>();
const bindings = new Map<string, Binding>();
const recent = new Map<string, string>();
let shared: ToolDispatcher | undefined;
let lastBridge: AgentBridge | undefined;

/** The dispatcher of the first hour: one for the whole process, fed by every feature. */
export class ToolDispatcher {
  static register(tool: DeskTool): void {
    toolbox.set(tool.name, tool);
  }

  /** Tools report through the bridge they are bound to, so each chat binds them before it begins. */
  static forUser(bridge: AgentBridge): ToolDispatcher {
    for (const tool of toolbox.values()) bindings.set(tool.name, { tool, bridge });
    lastBridge = bridge;
    shared ??= new ToolDispatcher();
    return shared;
  }

  hasTool(name: string): boolean {
    return bindings.has(name);
  }

  listTools(): readonly string[] {
    return [...bindings.keys()];
  }

  /** What was answered lately, to look at in support cases. */
  recentCalls(): ReadonlyMap<string, string> {
    return recent;
  }

  forgetRecent(): void {
    recent.clear();
  }

  async dispatch(call: ToolCall, userId: string): Promise<ToolResult> {
    const startedAt = performance.now();
    const binding = bindings.get(call.tool);
    const bridge = binding?.bridge ?? lastBridge;
    await announce(call, bridge);
    if (binding === undefined) return unavailable(call.tool);
    const value = await answer(binding.tool, call, userId);
    const executionTimeMs = performance.now() - startedAt;
    await conclude(call, value, executionTimeMs, bridge);
    return { status: 'completed', value, executionTimeMs };
  }
}

async function announce(call: ToolCall, bridge: AgentBridge | undefined): Promise<void> {
  try {
    await bridge?.notifyToolExecuting({
      status: 'executing',
      tool_name: call.tool,
      tool_call_id: call.callId,
      parameters: { ...call.parameters },
      message: `Running ${call.tool}`,
    });
  } catch (error) {
    note('tool_executing of %s went nowhere: %s', call.callId, error);
  }
}

/** Customers click twice: the same question within a chat is not worth a second call. */
async function answer(tool: DeskTool, call: ToolCall, userId: string): Promise<string> {
  const question = `${call.tool} ${JSON.stringify(call.parameters)}`;
  const known = recent.get(question);
  if (known !== undefined) return known;
  const signal = call.signal ?? AbortSignal.timeout(30_000);
  const value = await tool.run(call.parameters, { userId, signal });
  recent.set(question, value);
  return value;
}

async function conclude(
  call: ToolCall,
  result: string,
  executionTimeMs: number,
  bridge: AgentBridge | undefined,
): Promise<void> {
  try {
    await bridge?.notifyToolCompleted({
      status: 'completed',
      tool_name: call.tool,
      tool_call_id: call.callId,
      result,
      execution_time_ms: executionTimeMs,
    });
  } catch (error) {
    note('tool_completed of %s went nowhere: %s', call.callId, error);
  }
}

function unavailable(tool: string): ToolResult {
  return {
    status: 'refused',
    error: { code: 'TOOL_UNAVAILABLE', message: `nobody offers ${tool}` },
    executionTimeMs: 0,
  };
}
