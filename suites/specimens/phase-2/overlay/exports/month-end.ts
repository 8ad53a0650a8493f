import type { AgentBridge, UserExecutionContext } from 'golden-path/reference';
import { createToolDispatcher } from '../dispatch/index.ts';

/** The numbers of the month must be out on the first; if they are not, somebody has to know. */
export async function countMonthEnd(
  context: UserExecutionContext,
  bridge: AgentBridge,
): Promise<string> {
  const dispatcher = await createToolDispatcher(context, bridge);
  const result = await dispatcher.dispatch({
    tool: 'count',
    callId: `${context.runId}.month-end`,
    parameters: { name: 'month-end' },
  });
  return result.status;
}
