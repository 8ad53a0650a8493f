import type { WireEvent } from '../../contract/wire-event.ts';
import type { Mutant } from './seams.ts';

/** Damages run events on their way from the event log to the sockets. `rewrite` gives what is sent instead. */
export function damageFrames(
  sentence: string,
  rewrite: (event: WireEvent) => readonly object[],
): Mutant {
  return {
    sentence,
    damage: (seams) => ({
      ...seams,
      deliver: (userId, frames) =>
        seams.deliver(
          userId,
          frames.flatMap((frame) => {
            const event = JSON.parse(frame.text) as WireEvent;
            if (event.seq === undefined) return [frame];
            return rewrite(event).map((sent) => ({ ...frame, text: JSON.stringify(sent) }));
          }),
        ),
    }),
  };
}
