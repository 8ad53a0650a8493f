import { denials } from '../../../probe/journeys/denials.ts';
import { waysIn } from '../../../probe/journeys/ways-in.ts';
import { atDoor, inHandshake } from '../../damage/at-door.ts';
import { tripForAll } from '../../damage/trip-for-all.ts';
import { stripHeader } from '../../damage/strip-header.ts';
import type { FaultRow } from '../../fault-row.ts';
import { setHeader } from '../../proxy/upgrade-head.ts';
import { onBytes } from '../sketch.ts';

const answers = { F65: 503, 'F65-plain': 200, 'F65-redirect': 302, 'F65-denied': 401, D08: 403 };

const leakyRefusal = { status: 500, body: 'Error: no token\n    at check (auth.js:12:7)' };

export const doorFaults: readonly FaultRow[] = [
  onBytes({
    id: 'F64',
    title: 'the handshake stalls',
    owner: 'WIRE-UPGRADE',
    says: /stalled/,
    promises: { deadlines: { upgrade_ms: 600 } },
    idle: true,
    damage: atDoor('never answered an upgrade', () => 'stall'),
  }),
  ...Object.entries(answers).map(([id, status]) =>
    onBytes({
      id,
      title: `the upgrade of somebody welcome is answered with ${status}`,
      owner: 'WIRE-UPGRADE',
      says: new RegExp(`HTTP status ${status}`),
      idle: true,
      damage: atDoor(`answered an upgrade with ${status}`, () => ({ status, body: 'not now' })),
    }),
  ),
  onBytes({
    id: 'F65-leak',
    title: 'whoever comes without a token gets a 500 that shows code',
    owner: 'AUTH-DENY',
    says: /not 401 or 403/,
    journey: denials,
    idle: true,
    damage: atDoor(
      'refused with 500',
      () => leakyRefusal,
      (lane) => lane.number === 2,
    ),
  }),
  onBytes({
    id: 'F66',
    title: 'the accept header does not prove that the key was read',
    owner: 'WIRE-HANDSHAKE',
    says: /not the hash of the key/,
    idle: true,
    damage: inHandshake('forged the accept header', (head) =>
      setHeader(head, 'Sec-WebSocket-Accept', 'bm90IHRoZSBoYXNoIG9mIGl0'),
    ),
  }),
  onBytes({
    id: 'F66-protocol',
    title: 'the handshake names a subprotocol that was not offered',
    owner: 'WIRE-HANDSHAKE',
    says: /was never offered/,
    idle: true,
    damage: inHandshake('named another subprotocol', (head) =>
      setHeader(head, 'Sec-WebSocket-Protocol', 'chat.v9'),
    ),
  }),
  onBytes({
    id: 'D03',
    title: 'the handshake names no subprotocol although one was offered',
    owner: 'WIRE-HANDSHAKE',
    says: /no subprotocol was echoed/,
    idle: true,
    damage: inHandshake('took the subprotocol out', (head) =>
      setHeader(head, 'Sec-WebSocket-Protocol', undefined),
    ),
  }),
  onBytes({
    id: 'F66-extension',
    title: 'the handshake names an extension that was not offered',
    owner: 'WIRE-HANDSHAKE',
    says: /the extension .* was never offered/,
    idle: true,
    damage: inHandshake('named an extension', (head) =>
      setHeader(head, 'Sec-WebSocket-Extensions', 'permessage-deflate'),
    ),
  }),
  onBytes({
    id: 'D04',
    title: 'a proxy takes the Authorization header out of upgrades',
    owner: 'AUTH-WAYS',
    entails: ['WIRE-UPGRADE'],
    says: /must be let in by header because the same credential opened a connection by subprotocol/,
    journey: waysIn,
    idle: true,
    damage: stripHeader('Authorization'),
  }),
  onBytes({
    id: 'D36-door',
    title: 'a deployment that does not start answers 500 to everybody',
    owner: 'WIRE-UPGRADE',
    says: /HTTP status 500/,
    idle: true,
    damage: atDoor(
      'answered an upgrade with 500',
      () => ({ status: 500, body: 'Internal Server Error' }),
      () => true,
    ),
  }),
  onBytes({
    id: 'D41',
    title: 'somebody with a bad token shuts the door for everybody',
    owner: 'WIRE-UPGRADE',
    says: /HTTP status 503/,
    journey: denials,
    idle: true,
    damage: tripForAll,
  }),
];
