import type { Promises } from '../../contract/promises.ts';

/**
 * What targets promise that hand on what a model does, without numbers, resume or a clock of their own.
 * A thought is up to the model.
 */
export const modelPromises: Promises = {
  kinds: {
    agent_started: 'required',
    agent_thinking: 'optional',
    tool_executing: 'required',
    tool_completed: 'required',
    agent_completed: 'required',
  },
  order: [
    { before: 'agent_started', after: 'agent_thinking', scope: 'run' },
    { before: 'agent_started', after: 'tool_executing', scope: 'run' },
    { before: 'agent_started', after: 'message_delta', scope: 'run' },
    { before: 'tool_executing', after: 'tool_completed', scope: 'call' },
    { before: 'tool_completed', after: 'agent_completed', scope: 'run' },
  ],
  duplicates: 'never',
  terminal: { per: 'run', allowed_after: [] },
  completions: 'one-per-run',
  visibility: 'own-user',
  deadlines: {
    first_event_ms: 5_000,
    terminal_ms: 30_000,
    pong_ms: 5_000,
    upgrade_ms: 5_000,
    cancel_ms: 2_000,
  },
  budgets: {},
  correlation: ['run', 'call'],
  capabilities: [],
};
