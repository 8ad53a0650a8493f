import { damageFrames } from './damage-frames.ts';

export const cancelIgnored = damageFrames(
  'The agent goes on after its cancel was accepted.',
  (event) => {
    if (event.type !== 'agent_cancelled') return [event];
    const word = {
      ...event,
      type: 'agent_thinking',
      event_id: `${event.event_id}.word`,
      payload: { status: 'thinking', reasoning: 'I go on regardless.', step_number: 99 },
    };
    return [word, { ...event, seq: event.seq + 1 }];
  },
);
