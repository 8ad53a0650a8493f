import { edit, readFields } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import { eventOf, isLive } from '../proxy/message.ts';

/** From the first `tool_executing` on, the numbers of the victim's run are what `number` makes of them. */
export function renumber(detail: string, number: (seq: number, from: number) => number): Damage {
  return (bench) => {
    let struck: { readonly run: string | undefined; readonly from: number } | undefined;
    return {
      received(message, lane) {
        const { seq } = readFields(message.text);
        if (lane.number !== bench.victim || typeof seq !== 'number') return [message.text];
        const run = eventOf(message)?.run;
        if (struck === undefined && isLive(message, 'tool_executing')) {
          struck = { run, from: seq };
          bench.bite(detail, lane);
        }
        if (struck === undefined || struck.run !== run) return [message.text];
        return [edit(message.text, { seq: number(seq, struck.from) })];
      },
    };
  };
}
