import type { Promises } from '../../../contract/promises.ts';

/** What the reference wire guarantees (docs/architecture.md, "Guarantees of the reference platform"). */
export const referencePromises: Promises = {
  kinds: {
    agent_started: 'required',
    agent_thinking: 'required',
    tool_executing: 'required',
    tool_completed: 'required',
    agent_completed: 'required',
  },
  order: [
    { before: 'agent_started', after: 'agent_thinking', scope: 'run' },
    { before: 'agent_started', after: 'tool_executing', scope: 'run' },
    { before: 'agent_started', after: 'message_delta', scope: 'run' },
    { before: 'agent_thinking', after: 'agent_completed', scope: 'run' },
    { before: 'tool_executing', after: 'tool_completed', scope: 'call' },
    { before: 'tool_completed', after: 'agent_completed', scope: 'run' },
  ],
  sequence: { scope: 'run', density: 'dense', first: 1, resets_on: 'never' },
  duplicates: 'declared',
  terminal: { per: 'run', allowed_after: [] },
  completions: 'one-per-run',
  visibility: 'own-user',
  deadlines: {
    first_event_ms: 5_000,
    terminal_ms: 30_000,
    pong_ms: 5_000,
    upgrade_ms: 5_000,
    cancel_ms: 2_000,
    // Shorter than the two seconds in which a closing connection may still be read.
    slow_consumer_ms: 1_000,
  },
  budgets: { first_event_ms: 1_000, run_ms: 5_000 },
  capabilities: [
    'resume',
    'cancel',
    'heartbeat',
    'fallback-count',
    'history',
    'tool-timeout',
    'several-ways-in',
  ],
};
