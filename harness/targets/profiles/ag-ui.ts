import type { ProfileConfigInput } from '../../contract/profile-config.ts';

const families = 'STEP TEXT_MESSAGE TOOL_CALL REASONING THINKING STATE ACTIVITY SUBAGENT'.split(
  ' ',
);
/** Everything else of the protocol says that something goes on. */
const goingOn = [...families.map((name) => `${name}_*`), 'MESSAGES_SNAPSHOT', 'RAW', 'CUSTOM'];

const ofResult = { path: 'error', is: {}, else: 'failed' } as const;
const envelope = (name: string, piece: string, by: 'message' | 'call') => {
  return { begins: `${name}_START`, within: [`${name}_${piece}`], ends: `${name}_END`, by };
};

/** Tools run on the server. The client names the run, so that the start of it shows that the message was taken. */
export const agUi: ProfileConfigInput = {
  title: 'AG-UI 1.0 over SSE (https://docs.ag-ui.com)',
  transport: { over: 'sse' },
  intents: {
    chat: {
      threadId: '$thread',
      runId: '$key',
      messages: [{ id: '$key', role: 'user', content: '$content' }],
      tools: [],
      context: [],
      state: {},
      forwardedProps: {},
    },
  },
  frames: {
    fields: {
      run: 'runId',
      thread: 'threadId',
      call: 'toolCallId',
      tool: 'toolCallName',
      message: 'messageId',
      clock: 'timestamp',
    },
    fromRequest: { run: 'runId' },
    rules: [
      { when: 'RUN_STARTED', say: 'agent_started' },
      { when: ['REASONING_START', 'THINKING_START'], say: 'agent_thinking' },
      { when: 'TOOL_CALL_ARGS', say: 'progress_update', inputPiece: 'delta' },
      { when: 'TOOL_CALL_END', say: 'tool_executing' },
      { when: 'TOOL_CALL_RESULT', say: 'tool_completed', outcome: ofResult },
      { when: 'TEXT_MESSAGE_CONTENT', say: 'message_delta', text: 'delta' },
      { when: { type: 'RUN_FINISHED', 'outcome.type': 'cancelled' }, say: 'agent_cancelled' },
      {
        when: 'RUN_FINISHED',
        say: 'agent_completed',
        outcome: { path: ['outcome.type', 'outcome'], is: { interrupt: 'interrupted' } },
      },
      { when: 'RUN_ERROR', say: 'agent_error', code: ['code', 'message'] },
      { when: goingOn, say: 'progress_update' },
    ],
  },
  promises: {
    answer: 'joined',
    envelopes: [
      ...['TEXT_MESSAGE', 'REASONING_MESSAGE'].map((name) => envelope(name, 'CONTENT', 'message')),
      envelope('TOOL_CALL', 'ARGS', 'call'),
    ],
  },
};
