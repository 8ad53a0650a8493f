import { broadcast, leakInCrowd, leakOne } from '../../damage/leak.ts';
import type { FaultRow } from '../../fault-row.ts';
import { isLive } from '../../proxy/message.ts';
import { onFrames } from '../sketch.ts';

export const canaryFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F80',
    title: "one user's event is delivered to another",
    owner: 'ISO-CANARY',
    entails: ['ISO-RUNMIX'],
    says: /./,
    damage: leakOne((message) => isLive(message, 'tool_completed')),
  }),
  onFrames({
    id: 'F80-escaped',
    title: "one user's event is delivered to another, its letters escaped",
    owner: 'ISO-CANARY',
    entails: ['ISO-RUNMIX'],
    says: /./,
    damage: leakOne(
      (message) => isLive(message, 'tool_completed'),
      (text) => text.replaceAll('gpc-', String.raw`\u0067\u0070\u0063\u002d`),
    ),
  }),
  onFrames({
    id: 'F81',
    title: 'all events are broadcast',
    owner: 'ISO-CANARY',
    entails: ['ISO-RUNMIX', 'ISO-CANARY-TEXT'],
    says: /must reach nobody but/,
    damage: broadcast,
  }),
  onFrames({
    id: 'F84',
    title: 'events leak only while eight users are busy',
    owner: 'ISO-CANARY',
    entails: ['ISO-RUNMIX'],
    says: /./,
    users: 12,
    damage: leakInCrowd(8),
  }),
];
