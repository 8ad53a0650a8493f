import type { AgentBridge, ToolCall } from 'golden-path/reference';

/** How a metered call is shown; opened anew for every dispatcher, so that nothing is shared. */
export function openScopedBridge(inner: AgentBridge) {
  const startedAt = new Map<string, number>();

  class ScopedRunBridge {
    async notifyToolExecuting(call: ToolCall): Promise<void> {
      startedAt.set(call.callId, performance.now());
      await inner.notifyToolExecuting({
        status: 'executing',
        tool_name: call.tool,
        tool_call_id: call.callId,
        parameters: { ...call.parameters },
        message: `Running ${call.tool}`,
      });
    }

    /** Gives how long the call took, in milliseconds. */
    async notifyToolCompleted(call: ToolCall, result: string): Promise<number> {
      const tookMs = this.elapsed(call);
      await inner.notifyToolCompleted({
        status: 'completed',
        tool_name: call.tool,
        tool_call_id: call.callId,
        result,
        execution_time_ms: tookMs,
      });
      return tookMs;
    }

    async notifyToolFailed(call: ToolCall, message: string): Promise<number> {
      const tookMs = this.elapsed(call);
      await inner.notifyToolCompleted({
        status: 'failed',
        tool_name: call.tool,
        tool_call_id: call.callId,
        error: { code: 'TOOL_FAILED', message },
        execution_time_ms: tookMs,
      });
      return tookMs;
    }

    async notifyProgress(status: string): Promise<void> {
      await inner.notifyProgress({ status });
    }

    elapsed(call: ToolCall): number {
      return performance.now() - (startedAt.get(call.callId) ?? performance.now());
    }
  }
  return new ScopedRunBridge();
}
