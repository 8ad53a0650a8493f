import type { Damage } from '../proxy/interference.ts';
import { badgeOf } from './badge-of.ts';

/** One breaker for everybody: once somebody was refused, whoever comes with a good token is refused, too. */
export const tripForAll: Damage = (bench) => {
  let tripped = false;
  return {
    upgrade(lane, head) {
      if (!tripped || badgeOf(head).badge !== 'good') return undefined;
      bench.bite('refused a good token because of a bad one', lane);
      return { status: 503, body: 'circuit open' };
    },
    handshake(_, head) {
      tripped ||= head.startsWith('HTTP/1.1 401');
      return head;
    },
  };
};
