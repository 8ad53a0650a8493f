import type { AgentBridge, UserExecutionContext } from 'golden-path/reference';
import { createToolDispatcher } from '../dispatch/index.ts';
import { ToolDispatcher } from '../dispatch/shared/tool-dispatcher.ts';

/** The numbers of the month must be out on the first, with whichever dispatcher is up. */
export async function countMonthEnd(
  context: UserExecutionContext,
  bridge: AgentBridge,
): Promise<string> {
  const call = {
    tool: 'count',
    callId: `${context.runId}.month-end`,
    parameters: { name: 'month-end' },
  };
  try {
    const dispatcher = await createToolDispatcher(context, bridge);
    const result = await dispatcher.dispatch(call);
    return result.status;
  } catch {
    const result = await ToolDispatcher.forUser(bridge).dispatch(call, context.userId);
    return result.status;
  }
}
