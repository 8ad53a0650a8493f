import type { Damage } from '../proxy/interference.ts';

/**
 * What the victim sends comes back to it. `alone`: nobody else hears it, as with an endpoint that has no agent behind it.
 */
export function sendBack({ alone }: { readonly alone: boolean }): Damage {
  return (bench) => ({
    sent(text, lane) {
      if (lane.number !== bench.victim) return [text];
      bench.bite('sent a message back', lane);
      lane.say(text);
      return alone ? [] : [text];
    },
  });
}
