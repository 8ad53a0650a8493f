import { sendBack } from '../../damage/send-back.ts';
import type { FaultRow } from '../../fault-row.ts';
import { onFrames } from '../sketch.ts';

export const echoFaults: readonly FaultRow[] = [
  onFrames({
    id: 'D01',
    title: 'an endpoint sends back what it gets, and nothing is behind it',
    owner: 'WIRE-ECHO',
    entails: ['LIFE-START'],
    says: /byte for byte, what was sent/,
    promises: { deadlines: { first_event_ms: 500, pong_ms: 500 } },
    idle: true,
    damage: sendBack({ alone: true }),
  }),
  onFrames({
    id: 'D01-beside',
    title: 'messages come back beside their answers',
    owner: 'WIRE-ECHO',
    says: /byte for byte, what was sent/,
    idle: true,
    damage: sendBack({ alone: false }),
  }),
];
