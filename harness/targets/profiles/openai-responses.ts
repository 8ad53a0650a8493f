import type { ProfileConfigInput } from '../../contract/profile-config.ts';

/** What both transports of the interface share: a run is a chain of responses, tools run on the client's side. */
const frames: ProfileConfigInput['frames'] = {
  fields: { turn: 'response.id', message: 'item_id', call: 'item.call_id', tool: 'item.name' },
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
    { when: 'response.failed', say: 'agent_error', code: 'response.error.code' },
    { when: 'error', say: 'agent_error', code: ['error.code', 'code', 'error.message', 'message'] },
    { when: 'response.*', say: 'progress_update' },
  ],
  clientTools: {
    calls: 'response.output',
    where: { type: 'function_call' },
    call: 'call_id',
    tool: 'name',
    input: 'arguments',
    result: { type: 'function_call_output', call_id: '$call', output: '$output' },
    next: {},
  },
};

const chat = {
  model: 'gpt-test',
  input: [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: '$content' }] }],
  tools: '$tools',
  metadata: { key: '$key' },
};
const next = {
  model: 'gpt-test',
  previous_response_id: '$turn',
  input: '$results',
  tools: '$tools',
};
const promises: ProfileConfigInput['promises'] = { kinds: { tool_completed: 'derived' } };

const goOnWith = (request: object): ProfileConfigInput['frames'] => ({
  ...frames,
  clientTools: {
    ...frames.clientTools,
    next: { ...next, ...request },
  } as typeof frames.clientTools,
});

export const openAiResponses: ProfileConfigInput = {
  title: 'OpenAI Responses over SSE',
  transport: { over: 'sse', path: '/v1/responses' },
  intents: { chat: { ...chat, stream: true } },
  frames: goOnWith({ stream: true }),
  promises,
};

export const openAiResponsesSocket: ProfileConfigInput = {
  title: 'OpenAI Responses over WebSocket',
  transport: { over: 'websocket', path: '/v1/responses' },
  intents: { chat: { type: 'response.create', ...chat } },
  frames: goOnWith({ type: 'response.create' }),
  promises,
};
