import type { EventKind } from '../../contract/event-kind.ts';
import type { Damage } from '../proxy/interference.ts';
import { isLive } from '../proxy/message.ts';

/** The first event of this kind arrives behind `behind` later messages of its connection. */
export function postpone(kind: EventKind, behind: number): Damage {
  return (bench) => {
    let kept: string | undefined;
    let passed = 0;
    return {
      received(message, lane) {
        if (lane.number !== bench.victim) return [message.text];
        if (kept === undefined) {
          if (!isLive(message, kind)) return [message.text];
          kept = message.text;
          bench.bite(`let ${behind} messages pass ${kind}`, lane);
          return [];
        }
        passed += 1;
        return passed === behind ? [message.text, kept] : [message.text];
      },
    };
  };
}
