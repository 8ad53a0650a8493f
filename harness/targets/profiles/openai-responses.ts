import type { ProfileConfigInput, Template } from '../../contract/profile-config.ts';

/** What both transports of the interface share: a run is a chain of responses, tools run on the client's side. */
const frames: ProfileConfigInput['frames'] = {
  fields: {
    turn: 'response.id',
    message: 'item_id',
    call: 'item.call_id',
    tool: 'item.name',
    seq: 'sequence_number',
  },
  rules: [
    { when: 'response.created', say: 'agent_started' },
    {
      when: { type: 'response.output_item.added', 'item.type': 'reasoning' },
      say: 'agent_thinking',
    },
    {
      when: { type: 'response.output_item.done', 'item.type': 'function_call' },
      say: 'tool_executing',
      input: 'item.arguments',
    },
    { when: 'response.output_text.delta', say: 'message_delta', text: 'delta' },
    {
      when: 'response.completed',
      say: 'agent_completed',
      text: 'response.output.*.content.*.text',
    },
    { when: 'response.incomplete', say: 'agent_error', outcome: 'interrupted' },
    // An error may be all there is, or be followed by the response that failed of it.
    {
      when: 'response.failed',
      say: 'agent_error',
      code: 'response.error.code',
      afterError: 'progress_update',
    },
    { when: 'error', say: 'agent_error', code: ['error.code', 'code', 'error.message', 'message'] },
    { when: ['response.*', 'keepalive'], say: 'progress_update' },
  ],
};

const clientTools = {
  calls: 'response.output',
  where: { type: 'function_call' },
  call: 'call_id',
  tool: 'name',
  input: 'arguments',
  result: { type: 'function_call_output', call_id: '$call', output: '$output' },
};

const promises: ProfileConfigInput['promises'] = {
  kinds: { tool_completed: 'derived' },
  terminal: { per: 'run', allowed_after: ['progress_update'] },
  // The reference says only that each event has its number and that a response is picked up behind one. Of 92 streams
  // that others recorded of four makers' servers, with tools, thoughts and heartbeats, all count from 0 without a gap.
  sequence: { scope: 'turn', density: 'dense', resets_on: 'never' },
};

const content = [{ type: 'input_text', text: '$content' }];

/** The two differ in their transport, and in what each request says of it. */
function speakOver(over: 'sse' | 'websocket', says: Record<string, Template>): ProfileConfigInput {
  const request = { ...says, model: 'gpt-test', tools: '$tools' };
  const input = [{ type: 'message', role: 'user', content }];
  const next = { ...request, previous_response_id: '$turn', input: '$results' };
  return {
    title: `OpenAI Responses over ${over === 'sse' ? 'SSE' : 'WebSocket'}`,
    transport: { over, path: '/v1/responses' },
    intents: { chat: { ...request, input, metadata: { key: '$key' } } },
    frames: { ...frames, clientTools: { ...clientTools, next } },
    promises,
  };
}

export const openAiResponses: ProfileConfigInput = speakOver('sse', { stream: true });

export const openAiResponsesSocket: ProfileConfigInput = speakOver('websocket', {
  type: 'response.create',
});
