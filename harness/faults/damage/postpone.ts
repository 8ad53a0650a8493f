import type { EventKind } from '../../contract/event-kind.ts';
import type { Damage } from '../proxy/interference.ts';
import { isLive } from '../proxy/message.ts';

/**
 * The first event of this kind arrives behind `behind` later messages of its connection: for the first time, or
 * `again`, as one that was delivered and taken for lost.
 */
export function postpone(
  kind: EventKind,
  behind: number,
  { again = false }: { readonly again?: boolean } = {},
): Damage {
  const done = again
    ? `sent ${kind} again after its delivery`
    : `let ${behind} messages pass ${kind}`;
  return (bench) => {
    let kept: string | undefined;
    let passed = 0;
    return {
      received(message, lane) {
        if (lane.number !== bench.victim) return [message.text];
        if (kept === undefined) {
          if (!isLive(message, kind)) return [message.text];
          kept = message.text;
          return again ? [message.text] : [];
        }
        passed += 1;
        if (passed !== behind) return [message.text];
        bench.bite(done, lane);
        return [message.text, kept];
      },
    };
  };
}
