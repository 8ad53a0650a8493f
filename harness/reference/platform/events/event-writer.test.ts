import { expect, it } from 'vitest';
import type { EventDraft } from '../../dispatcher/parts.ts';
import { EventWriter, FrameClock } from './event-writer.ts';

function draft(changes: Partial<Record<string, unknown>> = {}): EventDraft {
  return {
    type: 'agent_thinking',
    run_id: 'run_1',
    thread_id: 'thr_1',
    user_id: 'usr_1',
    agent_name: 'assistant',
    payload: { status: 'thinking', reasoning: 'one\n"two"\u2028', step_number: 1 },
    ...changes,
  };
}

it.each([
  ['as it comes', {}],
  ['with ids nobody should have', { run_id: 'a"b\\', thread_id: '\n', user_id: '\ud800' }],
  ['of a kind nobody knows', { type: 'my "own" kind', payload: {} }],
  ['of another agent than before', { agent_name: 'other' }],
])('a draft %s becomes a frame with all of its fields', (_, changes) => {
  const writer = new EventWriter(new FrameClock());
  writer.write(draft(), 1);
  const given = draft(changes);
  const { runId, seq, text } = writer.write(given, 2);
  expect({ runId, seq }).toEqual({ runId: given.run_id, seq: 2 });
  expect(text).not.toContain('\n');
  expect(JSON.parse(text)).toEqual({
    ...given,
    event_id: `${given.run_id}.2`,
    seq: 2,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown,
  });
});
