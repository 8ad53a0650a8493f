import type { Damage, Interference } from '../proxy/interference.ts';
import type { Lane } from '../proxy/lane.ts';

/** Meets the victim's first upgrade in the target's place. */
export function atDoor(
  detail: string,
  meet: NonNullable<Interference['upgrade']>,
  isMeant: (lane: Lane, victim: number) => boolean = ({ number }, victim) => number === victim,
): Damage {
  return (bench) => ({
    upgrade(lane, head) {
      if (!isMeant(lane, bench.victim)) return undefined;
      bench.bite(detail, lane);
      return meet(lane, head);
    },
  });
}

/** Rewrites the target's answer to the victim's upgrade. */
export function inHandshake(detail: string, rewrite: (head: string) => string): Damage {
  return (bench) => ({
    handshake(lane, head) {
      if (lane.number !== bench.victim) return head;
      bench.bite(detail, lane);
      return rewrite(head);
    },
  });
}
