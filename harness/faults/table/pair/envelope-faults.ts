import { drop } from '../../damage/message-damages.ts';
import type { FaultRow, Tightened } from '../../fault-row.ts';
import { inBothForms } from '../sketch.ts';

/** The reference has no frames around its calls but their announcement and their completion. */
const promises: Tightened = {
  envelopes: [{ begins: 'tool_executing', within: [], ends: 'tool_completed', by: 'call' }],
};

export const envelopeFaults: readonly FaultRow[] = [
  ...inBothForms({
    id: 'F111',
    title: 'something goes on that never began',
    owner: 'PAIR-ENVELOPE',
    entails: ['PAIR-ORPHAN'],
    lost: ['ORD-SEQ-GAP'],
    says: /was not open/,
    promises,
    damage: drop('tool_executing'),
  }),
  ...inBothForms({
    id: 'F112',
    title: 'a run completes and leaves open what it began',
    owner: 'PAIR-ENVELOPE',
    entails: ['PAIR-OPEN'],
    lost: ['ORD-SEQ-GAP'],
    says: /leaves open what record \d+ began/,
    promises,
    damage: drop('tool_completed'),
  }),
];
