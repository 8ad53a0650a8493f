import { performance } from 'node:perf_hooks';
import type { ToolCall, ToolResult } from '../parts.ts';
import type { Refusal } from './admission.ts';
import type { DispatchScope } from './dispatch-scope.ts';
import { countResult } from './dispatch-tally.ts';
import { Notifications } from './notifications.ts';

/** Tells the user's client and the caller that nothing was run. Never rejects. */
export function refuse(
  scope: DispatchScope,
  call: ToolCall,
  { code, message }: Refusal,
): Promise<ToolResult> {
  const notifications = new Notifications(scope);
  notifications.send('progress_update', () =>
    scope.bridge.notifyProgress({
      status: 'tool_refused',
      tool_name: call.tool,
      tool_call_id: call.callId,
      code,
    }),
  );
  const deadline = scope.deadlines.open(
    { expire: () => notifications.giveUp() },
    performance.now() + scope.limits.confirmMs,
  );
  return new Promise((resolve) => {
    notifications.whenSettled(() => {
      deadline.close();
      const { undelivered } = notifications;
      const result: ToolResult = {
        status: 'refused',
        error: { code, message },
        executionTimeMs: 0,
        ...(undelivered === undefined ? {} : { undelivered }),
      };
      if (code === 'TOOL_FORBIDDEN') scope.tally.permissionDenials += 1;
      countResult(scope.tally, result);
      resolve(result);
    });
  });
}
