import type { ProfileConfigInput } from '../../contract/profile-config.ts';

const content = [{ type: 'input_text', text: '$content' }];
const message = { id: '$key', type: 'message', role: 'user', content };
const result = { type: 'function_call_output', call_id: '$call', output: '$output' };
const session = { type: 'realtime', output_modalities: ['text'], tools: '$plainTools' };
const introduction = { type: 'session.update', session };
const next = { type: 'response.create' };
const pieces = ['response.output_text.delta', 'response.output_audio_transcript.delta'];

/** A run is a chain of responses; the client names its message, asks for each response, and runs the tools. */
export const openAiRealtime: ProfileConfigInput = {
  title: 'OpenAI Realtime (general release) over WebSocket, text only, tools on the client',
  transport: { over: 'websocket', path: '/v1/realtime?model=gpt-realtime' },
  intents: {
    chat: { type: 'conversation.item.create', item: message },
    cancel: { type: 'response.cancel' },
  },
  frames: {
    fields: {
      id: 'event_id',
      turn: ['response.id', 'response_id'],
      message: 'item_id',
      call: 'item.call_id',
      tool: 'item.name',
      code: ['error.code', 'error.message', 'response.status_details.error.code'],
    },
    rules: [
      { when: 'session.created', say: 'connection_established', reply: introduction },
      { when: { type: 'conversation.item.added', 'item.role': 'user' }, say: [], reply: next },
      { when: 'response.created', say: 'agent_started' },
      {
        when: { type: 'response.output_item.done', 'item.type': 'function_call' },
        say: 'tool_executing',
        input: 'item.arguments',
      },
      { when: pieces, say: 'message_delta', text: 'delta' },
      { when: 'response.cancelled', say: 'cancel_accepted' },
      { when: { 'response.status': 'cancelled' }, say: 'agent_cancelled' },
      { when: { 'response.status': 'incomplete' }, say: 'agent_error', outcome: 'interrupted' },
      { when: { 'response.status': 'failed' }, say: 'agent_error' },
      { when: 'response.done', say: 'agent_completed', text: 'response.output.*.content.*.text' },
      { when: 'error', say: 'error' },
      { when: 'response.*', say: 'progress_update' },
      { when: ['session.*', 'conversation.*', 'rate_limits.*', 'input_audio_buffer.*'], say: [] },
    ],
    clientTools: {
      calls: 'response.output',
      where: { type: 'function_call' },
      call: 'call_id',
      tool: 'name',
      input: 'arguments',
      result: { type: 'conversation.item.create', item: result },
      next,
    },
  },
  promises: { kinds: { agent_thinking: 'absent', tool_completed: 'derived' } },
};
