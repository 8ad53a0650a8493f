import type { Lane } from '../proxy/lane.ts';
import type { Damage } from '../proxy/interference.ts';
import { setHeader } from '../proxy/upgrade-head.ts';
import { badgeOf } from './badge-of.ts';

/** Whoever comes with a malformed badge is let in, and closed with this code before anything is said. */
export function closeOnBadge(code: number): Damage {
  return (bench) => {
    let good: string | undefined;
    const strangers = new Set<Lane>();
    return {
      upgrade(lane, head) {
        const { protocols, badge } = badgeOf(head);
        if (badge === 'good') good = protocols;
        if (badge !== 'malformed' || good === undefined) return undefined;
        strangers.add(lane);
        return { head: setHeader(head, 'Sec-WebSocket-Protocol', good) };
      },
      received({ text }, lane) {
        if (!strangers.delete(lane)) return [text];
        bench.bite(`closed somebody with a malformed token with ${code}`, lane);
        lane.close(code);
        return [];
      },
    };
  };
}
