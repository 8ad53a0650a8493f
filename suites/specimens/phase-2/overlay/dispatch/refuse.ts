import type { AgentBridge, ToolCall, ToolResult } from 'golden-path/reference';
import { note } from './note.ts';

const code = 'TOOL_UNKNOWN';

/** A tool that nobody offers is not announced: the customer is told once, and the assistant gets a reason. */
export async function refuse(call: ToolCall, bridge: AgentBridge): Promise<ToolResult> {
  try {
    await bridge.notifyProgress({ status: 'tool_refused', tool_name: call.tool, code });
  } catch (error) {
    note('the refusal of %s reached nobody: %s', call.callId, error);
  }
  const message = `nobody offers ${call.tool}`;
  return { status: 'refused', error: { code, message }, executionTimeMs: 0 };
}
