import type { Damage, Interference, Workbench } from '../proxy/interference.ts';
import type { Lane } from '../proxy/lane.ts';
import type { Message } from '../proxy/message.ts';

/** Whether this connection is one that its user opened again. */
export function isReturn(lane: Lane, { lanes, users }: Workbench): boolean {
  return (
    lane.number >= users &&
    lanes.some(({ number, user }) => number < lane.number && user === lane.user)
  );
}

interface OnReturn {
  /** What the probe gets for a message; `bite` says that this is the damage. */
  received?(message: Message, lane: Lane, bite: () => void): readonly string[];
  /** What the target gets for a message of the probe. */
  sent?(text: string, lane: Lane, bite: () => void): readonly string[];
}

/** Damages connections that were opened again, and nothing else. */
export function onReturn(detail: string, open: (bench: Workbench) => OnReturn): Damage {
  return (bench) => {
    const damage = open(bench);
    const interference: Interference = {
      received: (message, lane) =>
        isReturn(lane, bench)
          ? (damage.received?.(message, lane, () => bench.bite(detail, lane)) ?? [message.text])
          : [message.text],
      sent: (text, lane) =>
        isReturn(lane, bench)
          ? (damage.sent?.(text, lane, () => bench.bite(detail, lane)) ?? [text])
          : [text],
    };
    return interference;
  };
}
