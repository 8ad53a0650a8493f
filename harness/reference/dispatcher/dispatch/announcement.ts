import type { EventDraft } from '../parts.ts';
import type { AdmittedCall } from './admission.ts';
import type { Ending } from './ending.ts';

type PayloadOf<Kind extends EventDraft['type']> = Extract<EventDraft, { type: Kind }>['payload'];

/** Longer texts of errors are cut in events; the caller gets all of it. */
const longestErrorText = 1_000;

export function describeStart(admitted: AdmittedCall): PayloadOf<'tool_executing'> {
  return {
    status: 'executing',
    tool_name: admitted.tool.name,
    tool_call_id: admitted.call.callId,
    parameters: admitted.parameters,
    message: `Running ${admitted.tool.name}`,
  };
}

export function describeEnd(
  admitted: AdmittedCall,
  ending: Ending,
  executionTimeMs: number,
): PayloadOf<'tool_completed'> {
  if (ending.status === 'completed') {
    return {
      status: 'completed',
      tool_name: admitted.tool.name,
      tool_call_id: admitted.call.callId,
      result: ending.shown,
      execution_time_ms: executionTimeMs,
    };
  }
  const message = admitted.events.maskText(ending.error.message).slice(0, longestErrorText);
  return {
    status: ending.status,
    tool_name: admitted.tool.name,
    tool_call_id: admitted.call.callId,
    error: { code: ending.error.code, message },
    execution_time_ms: executionTimeMs,
  };
}
