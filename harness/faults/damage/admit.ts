import type { Damage } from '../proxy/interference.ts';
import { setHeader } from '../proxy/upgrade-head.ts';

const protocolHeader = 'Sec-WebSocket-Protocol';

/** The subprotocols a head offers: with a token among them, without one, or with one that cannot be a JWT. */
function badgeOf(head: string): { protocols: string; badge: 'good' | 'none' | 'malformed' } {
  const protocols = /^sec-websocket-protocol: *(.*)$/im.exec(head)?.[1]?.trim() ?? '';
  const token = /bearer\.(\S+)/.exec(protocols)?.[1];
  const badge = token === undefined ? 'none' : token.split('.').length === 3 ? 'good' : 'malformed';
  return { protocols, badge };
}

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
