import { greetAlike } from '../../damage/greet-alike.ts';
import { on } from '../../damage/message-damages.ts';
import type { FaultRow } from '../../fault-row.ts';
import { edit } from '../../proxy/edit.ts';
import { onFrames } from '../sketch.ts';

export const greetingFaults: readonly FaultRow[] = [
  onFrames({
    id: 'D37',
    title: 'old code still answers one of the connections',
    owner: 'CAP-VERSION',
    says: /build-of-last-year/,
    idle: true,
    damage: on('connection_established', 'greeted as another build', ({ text }) => [
      edit(text, { build: 'build-of-last-year' }),
    ]),
  }),
  onFrames({
    id: 'D42',
    title: 'a cached login greets every user as the first one',
    owner: 'ISO-IDENTITY',
    says: /identity of their own/,
    idle: true,
    damage: greetAlike,
  }),
];
