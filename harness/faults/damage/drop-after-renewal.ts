import type { Damage } from '../proxy/interference.ts';
import { eventOf } from '../proxy/message.ts';

/** The victim's first event after every credential was renewed never arrives. */
export const dropAfterRenewal: Damage = (bench) => {
  let renewals = 0;
  let done = false;
  return {
    reply({ path }, body) {
      if (path.endsWith('/refresh')) renewals += 1;
      return body;
    },
    received(message, lane) {
      const meant = lane.number === bench.victim && renewals >= bench.users;
      if (done || !meant || eventOf(message)?.seq === undefined) return [message.text];
      done = true;
      bench.bite('lost an event after a renewal', lane);
      return [];
    },
  };
};
