import type { AgentBridge, ToolCall, ToolResult } from 'golden-path/reference';
import type { DeskTool } from './desk-tool.ts';
import { note } from './note.ts';

type Ending = Pick<ToolResult, 'status'> & { readonly value?: unknown; readonly message?: string };

/** How long a call may take that nobody watches. */
const unwatchedMs = 30_000;

/**
 * Announces a call, runs it and tells how it ended, whatever the end is. Both events are sent here and nowhere else.
 * Never rejects for what the tool does.
 */
export async function runTool(
  tool: DeskTool,
  call: ToolCall,
  userId: string,
  bridge: AgentBridge,
): Promise<ToolResult> {
  const startedAt = performance.now();
  if (!(await announce(call, bridge))) {
    return fail({ status: 'cancelled', message: 'given up before it began' }, 0);
  }
  const ending = await execute(tool, call, userId);
  const executionTimeMs = performance.now() - startedAt;
  await conclude(call, ending, executionTimeMs, bridge);
  return ending.status === 'completed'
    ? { status: 'completed', value: ending.value, executionTimeMs }
    : fail(ending, executionTimeMs);
}

/** False when the run is over: then nothing may be run in its name. */
async function announce(call: ToolCall, bridge: AgentBridge): Promise<boolean> {
  try {
    await bridge.notifyToolExecuting({
      status: 'executing',
      tool_name: call.tool,
      tool_call_id: call.callId,
      parameters: { ...call.parameters },
      message: `Running ${call.tool}`,
    });
    return true;
  } catch (error) {
    note('%s was not announced: %s', call.callId, error);
    return false;
  }
}

async function execute(tool: DeskTool, call: ToolCall, userId: string): Promise<Ending> {
  const signal = call.signal ?? AbortSignal.timeout(unwatchedMs);
  try {
    return { status: 'completed', value: await tool.run(call.parameters, { userId, signal }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (signal.aborted) return { status: 'cancelled', message };
    const late = error instanceof Error && error.name === 'AbortError';
    return { status: late ? 'timed_out' : 'failed', message };
  }
}

async function conclude(
  call: ToolCall,
  ending: Ending,
  executionTimeMs: number,
  bridge: AgentBridge,
): Promise<void> {
  try {
    await bridge.notifyToolCompleted({
      status: ending.status === 'refused' ? 'failed' : ending.status,
      tool_name: call.tool,
      tool_call_id: call.callId,
      execution_time_ms: executionTimeMs,
      ...(ending.status === 'completed' ? { result: ending.value } : { error: describe(ending) }),
    });
  } catch (error) {
    note('the end of %s reached nobody: %s', call.callId, error);
  }
}

function describe({ status, message = '' }: Ending): { code: string; message: string } {
  return { code: `TOOL_${status.toUpperCase()}`, message };
}

function fail(ending: Ending, executionTimeMs: number): ToolResult {
  const status = ending.status === 'completed' ? 'failed' : ending.status;
  return { status, error: describe(ending), executionTimeMs };
}
