import type { Damage } from '../proxy/interference.ts';
import { eventOf, isLive } from '../proxy/message.ts';

/** Messages are accepted, and nothing of their runs ever arrives. */
export const muteRuns: Damage = (bench) => ({
  received(message, lane) {
    if (isLive(message, 'message_accepted')) bench.bite('accepted a message for nobody', lane);
    return eventOf(message)?.seq === undefined ? [message.text] : [];
  },
});
