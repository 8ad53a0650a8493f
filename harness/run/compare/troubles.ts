import { setTimeout as pause } from 'node:timers/promises';
import type { Damage } from '../../faults/proxy/interference.ts';
import { isLive } from '../../faults/proxy/message.ts';
import type { Lane } from '../../faults/proxy/lane.ts';

/** A kind of trouble that people meet, and how a client lives through it. */
export interface Trouble {
  readonly fault: string;
  readonly title: string;
  /** Absent: nothing happens on the way. */
  readonly damage?: Damage;
  /** How long the client stays away after it lost the connection, in ms. */
  readonly awayMs: number;
}

/** Does this to every connection, once, when a tool is announced on it; what was announced is swallowed. */
function cutEach(detail: string, act: (lane: Lane) => void): Damage {
  return (bench) => {
    const cut = new Set<Lane>();
    return {
      received(message, lane) {
        // Only the first connection of each: whoever came back is left in peace.
        if (lane.number >= bench.users || cut.has(lane)) return [message.text];
        if (!isLive(message, 'tool_executing')) return [message.text];
        cut.add(lane);
        bench.bite(detail, lane);
        act(lane);
        return [];
      },
    };
  };
}

/** Every message takes this long to be read, so that they pile up behind it. */
function readSlowly(ms: number): Damage {
  return (bench) => ({
    async received({ text }, lane) {
      bench.bite(`took ${ms} ms to read a message`, lane);
      await pause(ms);
      return [text];
    },
  });
}

/** Longer than the tools of the journey take, so that the rest of a run happens while nobody listens. */
const longAwayMs = 900;

export const undisturbed: Trouble = {
  fault: 'none',
  title: 'nothing happens',
  awayMs: 0,
};

/** What is done to both sides alike. */
export const troubles: readonly Trouble[] = [
  {
    fault: 'reset',
    title: 'the connection is reset while a tool works, and the client comes back at once',
    damage: cutEach('reset the connection', (lane) => lane.reset()),
    awayMs: 0,
  },
  {
    fault: 'away-during-run',
    title:
      'the connection is reset while a tool works, and the client comes back when the run is over',
    damage: cutEach('reset the connection', (lane) => lane.reset()),
    awayMs: longAwayMs,
  },
  {
    fault: 'silent-end',
    title: 'the connection ends without a close frame, as when a process dies',
    damage: cutEach('ended the connection', (lane) => lane.finish()),
    awayMs: 300,
  },
  {
    fault: 'slow-reader',
    title: 'each message takes a while to be read',
    damage: readSlowly(15),
    awayMs: 0,
  },
];
