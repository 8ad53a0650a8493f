import type { Damage } from '../proxy/interference.ts';
import { eventOf } from '../proxy/message.ts';

/** Each connection leaves its handler behind: every event comes once for each time that its user has connected. */
export const stackHandlers: Damage = (bench) => ({
  received(message, lane) {
    const event = eventOf(message);
    const ofRun = event?.run !== undefined && event.seq !== undefined && event.replay !== true;
    const handlers = bench.lanes.filter(
      ({ number, user }) => number <= lane.number && user === lane.user,
    ).length;
    if (!ofRun || handlers < 2) return [message.text];
    bench.bite('delivered an event by a handler of an earlier connection', lane);
    return Array.from({ length: handlers }, () => message.text);
  },
});
