/** `name`: any text but the empty one; `place`: counted from 1; `count`: from 0. */
export type Sort = 'name' | 'text' | 'count' | 'place' | 'clock';

/** Values of a sound frame that may be any other of their sort. With another of the rest, it may not be sound, or mean something else. */
export const freeValues: Readonly<Record<string, Sort>> = {
  event_id: 'name',
  seq: 'place',
  run_id: 'name',
  thread_id: 'name',
  user_id: 'name',
  agent_name: 'name',
  timestamp: 'clock',
  idempotency_key: 'name',
  'payload.tool_call_id': 'name',
  'payload.tool_name': 'name',
  'payload.message_id': 'name',
  'payload.reasoning': 'name',
  'payload.message': 'text',
  'payload.result': 'text',
  'payload.text': 'text',
  'payload.offset': 'count',
  'payload.fallbacks': 'count',
  'payload.execution_time_ms': 'count',
  'payload.step_number': 'place',
};
