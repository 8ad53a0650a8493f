import type { Damage, Workbench } from '../proxy/interference.ts';
import type { Lane } from '../proxy/lane.ts';
import type { Message } from '../proxy/message.ts';

/** What takes the place of the struck message. */
export type Act = (
  message: Message,
  lane: Lane,
  bench: Workbench,
) => readonly string[] | Promise<readonly string[]>;

/** Strikes the first message on the victim's connection that `wants` accepts, once; `detail` says what was done. */
export function strike(wants: (message: Message) => boolean, detail: string, act: Act): Damage {
  return (bench) => {
    let done = false;
    return {
      received(message, lane) {
        if (done || lane.number !== bench.victim || !wants(message)) return [message.text];
        done = true;
        bench.bite(detail, lane);
        return act(message, lane, bench);
      },
    };
  };
}
