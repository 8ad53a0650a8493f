import { denials } from '../../../probe/journeys/denials.ts';
import { admitBadge } from '../../damage/admit.ts';
import { closeOnBadge } from '../../damage/close-on-badge.ts';
import type { FaultRow } from '../../fault-row.ts';
import type { Damage } from '../../proxy/interference.ts';
import { onBytes } from '../sketch.ts';

/** A refusal of whoever comes back with the token that was good before: 500 in place of 401. */
const refuseWrongly: Damage = (bench) => ({
  handshake(lane, head) {
    if (lane.number < bench.users || !head.startsWith('HTTP/1.1 401')) return head;
    bench.bite('refused with 500', lane);
    return head.replace('401', '500');
  },
});

export const entryFaults: readonly FaultRow[] = [
  onBytes({
    id: 'F72',
    title: 'whoever comes without a token is let in',
    owner: 'AUTH-DENY',
    says: /no credential may come in/,
    journey: denials,
    idle: true,
    damage: admitBadge('none'),
  }),
  onBytes({
    id: 'F73',
    title: 'whoever comes with a malformed token is let in',
    owner: 'AUTH-DENY',
    says: /that is malformed may come in/,
    journey: denials,
    idle: true,
    damage: admitBadge('malformed'),
  }),
  onBytes({
    id: 'F74',
    title: 'an expired token is refused as if the server had broken',
    owner: 'AUTH-DENY',
    says: /not 401 or 403/,
    journey: denials,
    platform: { limits: { accessTokenSeconds: 2 } },
    idle: true,
    damage: refuseWrongly,
  }),
  onBytes({
    id: 'D05',
    title: 'a malformed token is answered like a server that broke',
    owner: 'AUTH-DENY',
    entails: ['WIRE-CLOSE'],
    says: /1011/,
    journey: denials,
    idle: true,
    damage: closeOnBadge(1011),
  }),
  onBytes({
    id: 'D05-clean',
    title: 'a malformed token is answered with a contented goodbye',
    owner: 'AUTH-DENY',
    says: /1000/,
    journey: denials,
    idle: true,
    damage: closeOnBadge(1000),
  }),
];
