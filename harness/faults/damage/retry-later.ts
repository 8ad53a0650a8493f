import type { EventKind } from '../../contract/event-kind.ts';
import type { Damage } from '../proxy/interference.ts';
import { isLive } from '../proxy/message.ts';

/** An event that was delivered is taken for lost and sent again, behind `behind` later messages. */
export function retryLater(kind: EventKind, behind: number): Damage {
  return (bench) => {
    let kept: string | undefined;
    let passed = 0;
    return {
      received(message, lane) {
        if (lane.number !== bench.victim) return [message.text];
        if (kept === undefined) {
          if (isLive(message, kind)) kept = message.text;
          return [message.text];
        }
        passed += 1;
        if (passed !== behind) return [message.text];
        bench.bite(`sent ${kind} again after its delivery`, lane);
        return [message.text, kept];
      },
    };
  };
}
