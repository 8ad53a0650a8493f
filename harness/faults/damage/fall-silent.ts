import type { EventKind } from '../../contract/event-kind.ts';
import { eventOf, isLive } from '../proxy/message.ts';
import type { Damage } from '../proxy/interference.ts';

/** After its first event of this kind nothing more comes of the victim's run, while everything else goes on. */
export function fallSilent(after: EventKind): Damage {
  return (bench) => {
    let silent: string | undefined;
    return {
      received(message, lane) {
        const event = eventOf(message);
        if (lane.number !== bench.victim || event?.run === undefined) return [message.text];
        if (silent !== undefined) return silent === event.run ? [] : [message.text];
        if (isLive(message, after)) {
          silent = event.run;
          bench.bite('let a run fall silent', lane);
        }
        return [message.text];
      },
    };
  };
}
