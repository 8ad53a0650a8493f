import { postpone } from '../../damage/postpone.ts';
import { swap } from '../../damage/swap.ts';
import { reworkRun } from '../../damage/whole-run.ts';
import type { FaultRow } from '../../fault-row.ts';
import { inBothForms, onFrames } from '../sketch.ts';

export const orderFaults: readonly FaultRow[] = [
  ...inBothForms({
    id: 'F18',
    title: 'a tool completes before it executes',
    owner: 'ORD-PAIR',
    entails: ['ORD-PO'],
    lost: ['ORD-SEQ-MONO'],
    says: /./,
    damage: swap('tool_executing', 'tool_completed'),
  }),
  ...inBothForms({
    id: 'F24',
    title: 'start and thought change places',
    owner: 'ORD-PO',
    lost: ['ORD-SEQ-MONO'],
    says: /agent_started must come before agent_thinking/,
    damage: swap('agent_started', 'agent_thinking'),
  }),
  ...inBothForms({
    id: 'F25',
    title: 'a run comes backwards',
    owner: 'ORD-PO',
    entails: ['LIFE-START', 'LIFE-AFTER', 'ORD-PAIR', 'TXT-CONCAT'],
    lost: ['ORD-SEQ-MONO', 'ORD-SEQ-GAP'],
    says: /must come before/,
    damage: reworkRun('reversed a run', (texts) => texts.toReversed()),
  }),
  onFrames({
    id: 'D24',
    title: 'later events overtake the start',
    owner: 'ORD-PO',
    entails: ['ORD-SEQ-MONO', 'ORD-SEQ-GAP'],
    says: /agent_started must come before/,
    damage: postpone('agent_started', 3),
  }),
];
