import { damageFrames } from './damage-frames.ts';

const payload = { status: 'failed', error_code: 'CANCELLED', error_message: 'cancelled' };

export const cancelAsFailure = damageFrames(
  'A cancelled run is reported as a failed one.',
  (event) => [
    event.type === 'agent_cancelled' ? { ...event, type: 'agent_error', payload } : event,
  ],
);
