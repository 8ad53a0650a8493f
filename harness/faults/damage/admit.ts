import type { Damage } from '../proxy/interference.ts';
import { setHeader } from '../proxy/upgrade-head.ts';
import { badgeOf } from './badge-of.ts';

const protocolHeader = 'Sec-WebSocket-Protocol';

/** Whoever comes with this kind of badge is let in with the one of somebody who came before. */
export function admitBadge(wanted: 'none' | 'malformed'): Damage {
  return (bench) => {
    let good: string | undefined;
    return {
      upgrade(lane, head) {
        const { protocols, badge } = badgeOf(head);
        if (badge === 'good') good = protocols;
        if (badge !== wanted || good === undefined) return undefined;
        bench.bite(`let somebody in with a token that was ${badge}`, lane);
        return { head: setHeader(head, protocolHeader, good) };
      },
    };
  };
}
