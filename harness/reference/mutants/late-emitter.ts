import { isTerminalKind } from '../../contract/event-kind.ts';
import { damageFrames } from './damage-frames.ts';

export const lateEmitter = damageFrames(
  'A run goes on reporting progress after its terminal.',
  (event) => {
    if (!isTerminalKind(event.type)) return [event];
    const late = {
      ...event,
      type: 'progress_update',
      event_id: `${event.event_id}.late`,
      seq: event.seq + 1,
      payload: { status: 'cleaning_up' },
    };
    return [event, late];
  },
);
