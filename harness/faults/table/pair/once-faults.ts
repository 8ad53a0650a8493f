import { repeat } from '../../damage/message-damages.ts';
import type { FaultRow } from '../../fault-row.ts';
import { inBothForms } from '../sketch.ts';

export const onceFaults: readonly FaultRow[] = [
  ...inBothForms({
    id: 'F15',
    title: 'a tool completes twice',
    owner: 'ONCE-TOOL',
    lost: [],
    says: /completes it again/,
    damage: repeat('tool_completed'),
  }),
  ...inBothForms({
    id: 'F16',
    title: 'one call is executed twice',
    owner: 'ONCE-EXEC',
    lost: [],
    says: /./,
    damage: repeat('tool_executing'),
  }),
];
