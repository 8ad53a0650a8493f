import type { Damage, Workbench } from '../proxy/interference.ts';
import type { Lane } from '../proxy/lane.ts';
import { isLive, type Message } from '../proxy/message.ts';
import { strike } from './strike.ts';

/** A connection of somebody else than the owner of `lane`. */
function strangerTo(lane: Lane, { lanes }: Workbench): Lane | undefined {
  return lanes.find(({ user }) => user !== undefined && user !== lane.user);
}

/** One event of the victim that `wants` accepts also reaches another user, as `disguise` writes it. */
export function leakOne(
  wants: (message: Message) => boolean,
  disguise = (text: string): string => text,
): Damage {
  return strike(wants, 'delivered an event to another user', ({ text }, lane, bench) => {
    strangerTo(lane, bench)?.say(disguise(text));
    return [text];
  });
}

/**
 * Tool completions of everybody reach another user while at least `crowd` runs are open. The first runs wait for one
 * another behind their acceptance: on a busy machine, some would else have ended before the others began.
 */
export function leakInCrowd(crowd: number): Damage {
  return (bench) => {
    const gathered = Promise.withResolvers<void>();
    const countBusy = (): number => bench.lanes.filter(({ openRuns }) => openRuns.size > 0).length;
    return {
      async received(message, lane) {
        if (countBusy() >= crowd) gathered.resolve();
        if (isLive(message, 'message_accepted')) await gathered.promise;
        const busy = countBusy();
        if (busy >= crowd && isLive(message, 'tool_completed')) {
          bench.bite(`delivered an event to another user while ${busy} were busy`, lane);
          strangerTo(lane, bench)?.say(message.text);
        }
        return [message.text];
      },
    };
  };
}

/** Every event of every run reaches everybody. */
export const broadcast: Damage = (bench) => ({
  received(message, lane) {
    if (message.events.some(({ run, seq }) => run !== undefined && seq !== undefined)) {
      bench.bite('delivered an event to everybody', lane);
      for (const other of bench.lanes) {
        if (other !== lane && other.user !== undefined) other.say(message.text);
      }
    }
    return [message.text];
  },
});
