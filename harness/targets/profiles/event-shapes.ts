import type { ProfileConfigInput } from '../../contract/profile-config.ts';

/**
 * Three families of the shape that one platform gave the same events over the years: what an event holds stands under
 * `payload`, under `data`, or beside its type.
 */
function inShape(layer: 'payload' | 'data' | undefined): ProfileConfigInput {
  const inside = (...names: string[]): string[] =>
    layer === undefined ? names : names.flatMap((name) => [`${layer}.${name}`, name]);
  return {
    title: `events with ${layer === undefined ? 'flat fields' : `their fields under ${layer}`}`,
    transport: {
      over: 'websocket',
      path: '/ws',
      login: [
        {
          path: '/auth/login',
          body: { email: '$email', password: '$password' },
          take: { token: 'access_token' },
        },
      ],
    },
    intents: {
      chat: {
        type: 'chat_message',
        content: '$content',
        thread_id: '$thread?',
        idempotency_key: '$key',
      },
    },
    frames: {
      fields: {
        run: inside('run_id'),
        thread: inside('thread_id'),
        user: inside('user_id'),
        id: ['event_id', 'message_id'],
        agent: inside('agent_name', 'agent'),
        call: inside('tool_call_id'),
        tool: inside('tool_name', 'tool'),
        input: inside('parameters', 'tool_input'),
        message: inside('message_id'),
        offset: inside('offset'),
        code: inside('error_code', 'code'),
        key: inside('idempotency_key'),
        clock: 'timestamp',
      },
      rules: [
        { when: 'message_accepted', say: 'message_accepted' },
        { when: 'connection_established', say: 'connection_established' },
        { when: 'agent_started', say: 'agent_started' },
        { when: 'agent_thinking', say: 'agent_thinking' },
        { when: 'tool_executing', say: 'tool_executing' },
        {
          when: 'tool_completed',
          say: 'tool_completed',
          outcome: {
            path: inside('status', 'error'),
            is: { completed: 'completed', cancelled: 'cancelled', timed_out: 'timed_out' },
            else: 'failed',
          },
        },
        { when: 'message_delta', say: 'message_delta', text: inside('text', 'delta') },
        {
          when: 'agent_completed',
          say: 'agent_completed',
          text: inside('result', 'final_response'),
        },
        { when: ['agent_error', 'error_message'], say: 'agent_error' },
        { when: 'agent_cancelled', say: 'agent_cancelled' },
        { when: ['progress_update', 'partial_result', 'final_report'], say: 'progress_update' },
        { when: 'error', say: 'error' },
        { when: ['ping', 'pong', 'heartbeat'], say: [] },
      ],
    },
    // No event of these shapes names its call: calls of one tool are told apart by their order.
    promises: { correlation: ['run'] },
  };
}

export const payloadEvents: ProfileConfigInput = inShape('payload');
export const dataEvents: ProfileConfigInput = inShape('data');
export const flatEvents: ProfileConfigInput = inShape(undefined);
