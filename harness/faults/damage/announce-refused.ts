import { asKind, readPayload } from '../proxy/edit.ts';
import { isLive } from '../proxy/message.ts';
import { strike } from './strike.ts';

/** A call that was refused, because there is no such tool, is announced like one that runs, and then fails. */
export const announceRefused = strike(
  (message) =>
    isLive(message, 'progress_update') && readPayload(message.text)['status'] === 'tool_refused',
  'announced a tool that does not exist',
  ({ text }) => {
    const call = { tool_name: readPayload(text)['tool_name'], tool_call_id: 'call-of-nothing' };
    return [
      text,
      asKind(text, 'tool_executing', {
        ...call,
        status: 'executing',
        parameters: {},
        message: 'running',
      }),
      asKind(text, 'tool_completed', {
        ...call,
        status: 'failed',
        error: { code: 'TOOL_UNKNOWN', message: 'no such tool' },
        execution_time_ms: 0,
      }),
    ];
  },
);
