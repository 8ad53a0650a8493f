import { logout } from '../../../probe/journeys/logout.ts';
import { renewal } from '../../../probe/journeys/renewal.ts';
import { revoked } from '../../../probe/journeys/revoked.ts';
import { dropAfterRenewal } from '../../damage/drop-after-renewal.ts';
import type { FaultRow } from '../../fault-row.ts';
import type { Damage } from '../../proxy/interference.ts';
import { onFrames } from '../sketch.ts';

/** The logout is confirmed and never happens. */
const forgetLogout: Damage = (bench) => ({
  request({ path }) {
    if (!path.endsWith('/logout')) return undefined;
    bench.bite('confirmed a logout and did nothing');
    return { status: 204 };
  },
});

export const exitFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F75',
    title: 'a revoked token goes on being served',
    owner: 'AUTH-DENY',
    says: /no longer good may come in/,
    journey: revoked,
    idle: true,
    damage: forgetLogout,
  }),
  onFrames({
    id: 'F77',
    title: 'a token is accepted after the logout',
    owner: 'AUTH-STALE',
    says: /./,
    journey: logout,
    idle: true,
    damage: forgetLogout,
  }),
  onFrames({
    id: 'F79',
    title: 'the renewal of a token loses an event',
    owner: 'RES-GAP',
    entails: ['PAIR-OPEN'],
    says: /./,
    journey: renewal,
    users: 1,
    ownLogins: true,
    damage: dropAfterRenewal,
  }),
];
