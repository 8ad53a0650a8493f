import type { AgentBridge, UserExecutionContext } from 'golden-path/reference';
import { EngineFactory } from '../dispatch/engine/engine-factory.ts';

/** Morning job: the report the managers find in their mail. */
export async function runScheduledReport(
  context: UserExecutionContext,
  bridge: AgentBridge,
): Promise<string> {
  const dispatcher = await new EngineFactory().create(context, bridge);
  const result = await dispatcher.dispatch({
    tool: 'slow',
    callId: `${context.runId}.scheduled`,
    parameters: { ms: 5 },
  });
  return result.status;
}
