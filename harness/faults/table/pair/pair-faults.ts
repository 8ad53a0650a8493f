import { closeUp } from '../../damage/close-up.ts';
import { drop, follow } from '../../damage/message-damages.ts';
import type { FaultRow } from '../../fault-row.ts';
import { editPayload } from '../../proxy/edit.ts';
import { withoutCallIds } from '../../without-call-ids.ts';
import { inBothForms, onFrames } from '../sketch.ts';

export const pairFaults: readonly FaultRow[] = [
  ...inBothForms({
    id: 'F11',
    title: 'tool_executing is dropped',
    owner: 'PAIR-ORPHAN',
    lost: ['ORD-SEQ-GAP'],
    says: /never announced it/,
    damage: drop('tool_executing'),
  }),
  ...inBothForms({
    id: 'F12',
    title: 'tool_completed is dropped',
    owner: 'PAIR-OPEN',
    lost: ['ORD-SEQ-GAP'],
    says: /left the call open/,
    damage: drop('tool_completed'),
  }),
  ...inBothForms({
    id: 'F14',
    title: 'a tool completes that was never called',
    owner: 'PAIR-GHOST',
    lost: ['ORD-SEQ-DUP'],
    says: /./,
    damage: follow('tool_completed', (text) => [editPayload(text, { tool_call_id: 'ghost' })]),
  }),
  onFrames({
    id: 'D15',
    title: 'a tool whose calls have no ids never completes',
    owner: 'PAIR-OPEN',
    says: /left the call open/,
    profile: withoutCallIds,
    damage: closeUp(drop('tool_completed')),
  }),
  onFrames({
    id: 'D15-orphan',
    title: 'a tool whose calls have no ids completes without a word before',
    owner: 'PAIR-ORPHAN',
    says: /never announced it/,
    profile: withoutCallIds,
    damage: closeUp(drop('tool_executing')),
  }),
];
