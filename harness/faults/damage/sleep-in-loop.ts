import { setTimeout as pause } from 'node:timers/promises';
import type { Damage } from '../proxy/interference.ts';
import { isLive } from '../proxy/message.ts';
import { opcodes } from '../wire/wire-frame.ts';

/** The target sleeps for so long, in ms, in the middle of the victim's run: no message passes, and no pong. */
export function sleepInLoop(ms: number): Damage {
  return (bench) => {
    let asleep: Promise<void> | undefined;
    return {
      async received(message, lane) {
        if (lane.number !== bench.victim) return [message.text];
        if (asleep === undefined && isLive(message, 'tool_executing')) {
          bench.bite('slept in the event loop', lane);
          asleep = pause(ms);
        }
        await asleep;
        return [message.text];
      },
      control: (frame, lane) =>
        asleep === undefined || frame.opcode !== opcodes.pong || lane.number !== bench.victim,
    };
  };
}
