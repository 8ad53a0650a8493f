import type { ProfileConfigInput } from '../../contract/profile-config.ts';

/** The canonical names as Socket.IO events, with flat fields: what a server calls them, a profile of its own maps. */
export const socketIo: ProfileConfigInput = {
  title: 'Socket.IO 4, events under the canonical names',
  transport: { over: 'socket.io', path: '/socket.io/', auth: { token: '$token' } },
  intents: {
    chat: ['chat_message', { content: '$content', key: '$key', thread_id: '$thread?' }],
    cancel: ['cancel', { run_id: '$run' }],
  },
  frames: {
    name: '$event',
    fields: {
      run: 'run_id',
      thread: 'thread_id',
      call: 'tool_call_id',
      tool: 'tool_name',
      input: 'parameters',
      message: 'message_id',
      text: ['text', 'result'],
      key: 'key',
      code: ['code', 'error'],
    },
    rules: [
      { when: 'message_accepted', say: 'message_accepted' },
      { when: 'cancel_accepted', say: 'cancel_accepted' },
      { when: 'agent_started', say: 'agent_started' },
      { when: 'agent_thinking', say: 'agent_thinking' },
      { when: 'tool_executing', say: 'tool_executing' },
      {
        when: 'tool_completed',
        say: 'tool_completed',
        outcome: { path: 'error', is: {}, else: 'failed' },
      },
      { when: 'message_delta', say: 'message_delta' },
      { when: 'progress_update', say: 'progress_update' },
      { when: 'agent_completed', say: 'agent_completed' },
      { when: 'agent_error', say: 'agent_error' },
      { when: 'agent_cancelled', say: 'agent_cancelled' },
    ],
  },
};

/** The same of a server with `connectionStateRecovery`: whoever comes back gets what was missed, and each event once. */
export const socketIoRecovery: ProfileConfigInput = {
  ...socketIo,
  title: 'Socket.IO 4 with connection state recovery',
  promises: { capabilities: ['resume', 'cursor'] },
};
