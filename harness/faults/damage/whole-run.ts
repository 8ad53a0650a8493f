import { isTerminalKind } from '../../contract/event-kind.ts';
import type { Damage } from '../proxy/interference.ts';
import { eventOf } from '../proxy/message.ts';

/** Keeps the events of the victim's first run back until its terminal, and sends what `rework` makes of them. */
export function reworkRun(
  detail: string,
  rework: (texts: readonly string[]) => readonly string[],
): Damage {
  return (bench) => {
    const held: string[] = [];
    let run: string | undefined;
    let done = false;
    return {
      received(message, lane) {
        const event = eventOf(message);
        if (done || lane.number !== bench.victim) return [message.text];
        if (event?.kind === 'agent_started') run ??= event.run;
        if (run === undefined || event?.run !== run) return [message.text];
        held.push(message.text);
        if (!isTerminalKind(event.kind)) return [];
        done = true;
        bench.bite(detail, lane);
        return rework(held);
      },
    };
  };
}
