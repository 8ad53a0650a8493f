import type { Damage } from '../proxy/interference.ts';
import { eventOf } from '../proxy/message.ts';

/** Two emitters send all that the victim's runs say. */
export const emitTwice: Damage = (bench) => ({
  received(message, lane) {
    const event = eventOf(message);
    if (lane.number !== bench.victim || event?.seq === undefined) return [message.text];
    bench.bite('sent an event by two emitters', lane);
    return [message.text, message.text];
  },
});
