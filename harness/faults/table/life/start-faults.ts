import { drop, repeat } from '../../damage/message-damages.ts';
import type { FaultRow } from '../../fault-row.ts';
import { inBothForms } from '../sketch.ts';

export const startFaults: readonly FaultRow[] = [
  ...inBothForms({
    id: 'F01',
    title: 'agent_started is dropped',
    owner: 'LIFE-START',
    lost: ['ORD-SEQ-GAP'],
    says: /no start ever came/,
    damage: drop('agent_started'),
  }),
  ...inBothForms({
    id: 'F02',
    title: 'a run starts twice',
    owner: 'LIFE-START-ONCE',
    lost: ['ORD-SEQ-DUP'],
    says: /start/,
    damage: repeat('agent_started'),
  }),
];
