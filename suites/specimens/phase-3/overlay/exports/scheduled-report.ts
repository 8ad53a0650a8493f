import type { AgentBridge, UserExecutionContext } from 'golden-path/reference';
import { createToolDispatcher } from '../dispatch/index.ts';

/** Morning job: the report the managers find in their mail. */
export async function runScheduledReport(
  context: UserExecutionContext,
  bridge: AgentBridge,
): Promise<string> {
  const dispatcher = await createToolDispatcher(context, bridge);
  const result = await dispatcher.dispatch({
    tool: 'slow',
    callId: `${context.runId}.scheduled`,
    parameters: { ms: 5 },
  });
  return result.status;
}
