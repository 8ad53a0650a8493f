import type { ProfileConfigInput } from '../../contract/profile-config.ts';

/** Parts that say only that something goes on. */
const goingOn = [
  'start-step',
  'finish-step',
  'reset-step',
  'text-start',
  'text-end',
  'reasoning-*',
  'tool-input-*',
  'tool-approval-*',
  'source-*',
  'file',
  'custom',
  'steering-message',
  'message-metadata',
  'data-*',
];

/** A chat route with tools on the server. The protocol never repeats what the client sent. */
export const aiSdkUi: ProfileConfigInput = {
  title: 'UI message stream of the Vercel AI SDK, version 1, over SSE at its usual path',
  transport: { over: 'sse', path: '/api/chat', endMark: '[DONE]' },
  intents: {
    chat: {
      id: '$thread',
      messages: [{ id: '$key', role: 'user', parts: [{ type: 'text', text: '$content' }] }],
      trigger: 'submit-message',
    },
  },
  frames: {
    fields: { run: 'messageId', call: 'toolCallId', tool: 'toolName', code: 'errorText' },
    rules: [
      { when: 'start', say: 'agent_started' },
      { when: 'reasoning-start', say: 'agent_thinking' },
      { when: 'tool-input-available', say: 'tool_executing', input: 'input' },
      // Its arguments were refused, so that it never runs; an output that says so still follows.
      { when: 'tool-input-error', say: 'progress_update', refused: true },
      { when: { type: 'tool-output-available', preliminary: true }, say: 'progress_update' },
      { when: 'tool-output-available', say: 'tool_completed' },
      { when: 'tool-output-error', say: 'tool_completed', outcome: 'failed' },
      { when: 'tool-output-denied', say: 'tool_completed', outcome: 'cancelled' },
      { when: 'text-delta', say: 'message_delta', message: 'id', text: 'delta' },
      { when: 'finish', say: 'agent_completed', afterError: 'progress_update' },
      { when: 'abort', say: 'agent_cancelled' },
      { when: 'error', say: 'agent_error' },
      { when: goingOn, say: 'progress_update' },
    ],
  },
  promises: {
    // An error ends the run; the parts that close its step and its message still follow.
    terminal: { per: 'run', allowed_after: ['progress_update'] },
    answer: 'joined',
  },
};
