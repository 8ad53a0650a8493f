import type { ProfileConfigInput } from '../../contract/profile-config.ts';

/**
 * Start and end of a tool are taken from one stream mode, `events`: others report them at other times. Every event is
 * numbered, whatever its mode, so that all that was asked for is counted.
 */
export const langGraph: ProfileConfigInput = {
  title: 'LangGraph API 2.0 over SSE, resumable',
  transport: { over: 'sse' },
  intents: {
    chatRequest: 'POST /threads/$thread/runs/stream',
    chat: {
      assistant_id: 'agent',
      input: { messages: [{ role: 'user', content: '$content' }] },
      stream_mode: ['events'],
      stream_resumable: true,
      on_disconnect: 'continue',
      if_not_exists: 'create',
      metadata: { key: '$key' },
    },
    resumeRequest:
      'GET /threads/$thread/runs/$run/stream?stream_mode=events\nLast-Event-ID: $after',
  },
  frames: {
    name: ['event', '$event'],
    fields: { seq: '$id' },
    resumedIsReplay: true,
    rules: [
      { when: { $event: 'metadata' }, say: 'agent_started', run: 'run_id' },
      { when: 'on_chat_model_start', say: 'agent_thinking' },
      {
        when: 'on_chat_model_stream',
        say: 'message_delta',
        text: 'data.chunk.content',
        message: 'run_id',
      },
      {
        when: 'on_tool_start',
        say: 'tool_executing',
        call: 'run_id',
        tool: 'name',
        input: 'data.input',
      },
      { when: 'on_tool_end', say: 'tool_completed', call: 'run_id', tool: 'name' },
      { when: 'on_tool_error', say: 'tool_completed', call: 'run_id', outcome: 'failed' },
      { when: { event: 'on_chain_end', 'metadata.langgraph_node': false }, say: 'agent_completed' },
      { when: { $event: 'error' }, say: 'agent_error', code: ['error', 'message'] },
      { when: 'on_*', say: 'progress_update' },
      { when: { $event: true }, say: 'progress_update' },
    ],
  },
  promises: {
    answer: 'joined',
    sequence: { scope: 'run', density: 'dense', first: 0, resets_on: 'never' },
    duplicates: 'declared',
    capabilities: ['resume', 'cursor'],
  },
};
