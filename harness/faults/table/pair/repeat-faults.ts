import { resume } from '../../../probe/journeys/resume.ts';
import { repeat } from '../../damage/message-damages.ts';
import { emitTwice } from '../../damage/emit-twice.ts';
import { postpone } from '../../damage/postpone.ts';
import { stackHandlers } from '../../damage/stack-handlers.ts';
import type { FaultRow } from '../../fault-row.ts';
import { onFrames } from '../sketch.ts';

export const repeatFaults: readonly FaultRow[] = [
  onFrames({
    id: 'D23',
    title: 'two emitters send the same thought',
    owner: 'ONCE-EVENT',
    entails: ['ORD-SEQ-DUP'],
    says: /repeats record \d+ without declaring it/,
    damage: repeat('agent_thinking'),
  }),
  onFrames({
    id: 'D25',
    title: 'a delivery is taken for a failure, and the event is sent again later',
    owner: 'ONCE-EVENT',
    entails: ['ORD-SEQ-DUP', 'ORD-SEQ-MONO'],
    says: /repeats record \d+ without declaring it/,
    damage: postpone('agent_thinking', 3, { again: true }),
  }),
  onFrames({
    id: 'D40',
    title: 'handlers of earlier connections go on sending',
    owner: 'ONCE-EVENT',
    entails: ['ONCE-EXEC', 'ONCE-TOOL', 'LIFE-TERM-ONCE', 'ORD-SEQ-DUP', 'RES-DUP', 'TXT-CONCAT'],
    says: /repeats record \d+ without declaring it/,
    journey: resume,
    damage: stackHandlers,
  }),
  onFrames({
    id: 'D23-all',
    title: 'two emitters send all that a run says',
    owner: 'ONCE-EVENT',
    entails: [
      'LIFE-START-ONCE',
      'LIFE-TERM-ONCE',
      'ONCE-EXEC',
      'ONCE-TOOL',
      'ORD-SEQ-DUP',
      'ORD-SEQ-EPOCH',
      'TXT-CONCAT',
    ],
    says: /repeats record \d+ without declaring it/,
    damage: emitTwice,
  }),
];
