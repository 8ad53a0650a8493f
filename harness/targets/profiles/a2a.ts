import type { ProfileConfigInput } from '../../contract/profile-config.ts';

/** A task is a run. What its tools do is not said; artifacts are its answer. */
export const a2a: ProfileConfigInput = {
  title: 'A2A 1.0, JSON-RPC over SSE',
  transport: {
    over: 'sse',
    path: '/a2a',
    headers: { authorization: 'Bearer $token', 'A2A-Version': '1.0' },
  },
  intents: {
    chat: {
      jsonrpc: '2.0',
      id: '$key',
      method: 'SendStreamingMessage',
      params: {
        message: {
          messageId: '$key',
          contextId: '$thread?',
          role: 'ROLE_USER',
          parts: [{ text: '$content' }],
        },
      },
    },
  },
  frames: {
    name: ['result.statusUpdate.status.state', 'result.task.status.state', 'error.message'],
    fields: {
      run: ['result.task.id', 'result.statusUpdate.taskId', 'result.artifactUpdate.taskId'],
      thread: [
        'result.task.contextId',
        'result.statusUpdate.contextId',
        'result.artifactUpdate.contextId',
      ],
    },
    rules: [
      { when: { 'result.task': true }, say: 'agent_started' },
      { when: 'TASK_STATE_WORKING', say: 'agent_thinking' },
      {
        when: { 'result.artifactUpdate': true },
        say: 'message_delta',
        message: 'result.artifactUpdate.artifact.artifactId',
        text: 'result.artifactUpdate.artifact.parts.*.text',
      },
      { when: 'TASK_STATE_COMPLETED', say: 'agent_completed' },
      {
        when: ['TASK_STATE_INPUT_REQUIRED', 'TASK_STATE_AUTH_REQUIRED'],
        say: 'agent_completed',
        outcome: 'interrupted',
      },
      { when: 'TASK_STATE_CANCELED', say: 'agent_cancelled' },
      { when: ['TASK_STATE_FAILED', 'TASK_STATE_REJECTED'], say: 'agent_error' },
      { when: { error: true }, say: 'agent_error', code: 'error.message' },
      { when: 'TASK_STATE_*', say: 'progress_update' },
    ],
  },
  promises: { answer: 'joined', kinds: { tool_executing: 'absent', tool_completed: 'absent' } },
};
