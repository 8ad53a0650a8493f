import type { AgentBridge, UserExecutionContext } from 'golden-path/reference';
import { createToolDispatcher } from '../dispatch/index.ts';

/** Morning job: the list of unpaid invoices. */
export async function listUnpaid(
  context: UserExecutionContext,
  bridge: AgentBridge,
): Promise<string> {
  const dispatcher = await createToolDispatcher(context, bridge);
  const result = await dispatcher.dispatch({
    tool: 'large',
    callId: `${context.runId}.unpaid`,
    parameters: { size: 256 },
  });
  return result.status === 'completed' ? String(result.value) : '';
}
