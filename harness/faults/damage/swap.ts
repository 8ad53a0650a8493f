import type { EventKind } from '../../contract/event-kind.ts';
import type { Damage } from '../proxy/interference.ts';
import { eventOf, isLive, type Message } from '../proxy/message.ts';

/** The first event of kind `first` that is followed at once by one of kind `second` arrives behind it. */
export function swap(first: EventKind, second: EventKind): Damage {
  return (bench) => {
    let held: Message | undefined;
    let done = false;
    return {
      received(message, lane) {
        if (done || lane.number !== bench.victim) return [message.text];
        if (held === undefined) {
          held = isLive(message, first) ? message : undefined;
          return held === undefined ? [message.text] : [];
        }
        const before = held.text;
        held = undefined;
        if (!isLive(message, second)) return [before, message.text];
        done = true;
        bench.bite(`swapped ${first} with ${eventOf(message)?.kind ?? second}`, lane);
        return [message.text, before];
      },
    };
  };
}
