import { trespass } from '../../../probe/journeys/trespass.ts';
import { letIntruderCancel } from '../../damage/let-intruder-cancel.ts';
import { letIntruderHear } from '../../damage/let-intruder-hear.ts';
import { letIntruderRead } from '../../damage/let-intruder-read.ts';
import type { FaultRow } from '../../fault-row.ts';
import { inPlatform, onFrames } from '../sketch.ts';

/** Each way in which a journey reaches for what belongs to others has a fault of its own; `chat` is F76. */
export const trespassFaults: readonly FaultRow[] = [
  inPlatform({
    id: 'F85',
    title: 'ids open what belongs to others',
    owner: 'ISO-TRESPASS',
    entails: ['ISO-CANARY', 'ISO-CANARY-TEXT', 'ISO-RUNMIX'],
    says: /must be refused/,
    journey: trespass,
    platform: { mutants: ['trespass'] },
  }),
  onFrames({
    id: 'F85-resume',
    title: 'the id of a run is enough to have it repeated',
    owner: 'ISO-TRESPASS',
    entails: ['ISO-CANARY', 'ISO-CANARY-TEXT', 'ISO-RUNMIX'],
    says: /To resume what belongs to/,
    journey: trespass,
    damage: letIntruderHear({ follow: false }),
  }),
  onFrames({
    id: 'F85-subscribe',
    title: 'the id of a run is enough to follow it',
    owner: 'ISO-TRESPASS',
    entails: ['ISO-CANARY', 'ISO-CANARY-TEXT', 'ISO-RUNMIX'],
    says: /To subscribe what belongs to/,
    journey: trespass,
    damage: letIntruderHear({ follow: true }),
  }),
  onFrames({
    id: 'F85-cancel',
    title: 'the id of a run is enough to end it',
    owner: 'ISO-TRESPASS',
    entails: ['ISO-RUNMIX'],
    says: /answers with cancel_accepted/,
    journey: trespass,
    damage: letIntruderCancel,
  }),
  onFrames({
    id: 'F85-read',
    title: 'the id of a conversation is enough to read it',
    owner: 'ISO-TRESPASS',
    says: /To read what belongs to/,
    journey: trespass,
    idle: true,
    damage: letIntruderRead,
  }),
];
