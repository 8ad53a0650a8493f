import type { EventKind } from '../../contract/event-kind.ts';
import type { Damage } from '../proxy/interference.ts';
import { isLive } from '../proxy/message.ts';

/** One event of this kind in so many never arrives, on any connection. */
export function dropMany(kind: EventKind, oneIn: number): Damage {
  return (bench) => {
    let seen = 0;
    return {
      received(message, lane) {
        if (!isLive(message, kind)) return [message.text];
        seen += 1;
        if (seen % oneIn !== 0) return [message.text];
        bench.bite(`dropped one of many ${kind}`, lane);
        return [];
      },
    };
  };
}
