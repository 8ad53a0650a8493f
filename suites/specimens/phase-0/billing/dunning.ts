import type { AgentBridge, UserExecutionContext } from 'golden-path/reference';
import { createScopedDispatcher } from '../dispatch/scoped/create-scoped-dispatcher.ts';

/** Morning job: the list of unpaid invoices, through the metered export. */
export async function listUnpaid(
  context: UserExecutionContext,
  bridge: AgentBridge,
): Promise<string> {
  const dispatcher = createScopedDispatcher(context, bridge);
  const result = await dispatcher.dispatch({
    tool: 'large',
    callId: `${context.runId}.unpaid`,
    parameters: { size: 256 },
  });
  return result.status === 'completed' ? String(result.value) : '';
}
