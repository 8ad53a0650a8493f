import { failingTool } from '../../../probe/journeys/failing-tool.ts';
import { detour, follow } from '../../damage/message-damages.ts';
import { renumber } from '../../damage/renumber.ts';
import { swap } from '../../damage/swap.ts';
import type { FaultRow } from '../../fault-row.ts';
import { asKind } from '../../proxy/edit.ts';
import { onFrames } from '../sketch.ts';

export const sequenceFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F26',
    title: 'a sequence number is left out',
    owner: 'ORD-SEQ-GAP',
    says: /jumps over/,
    damage: renumber('left a number out', (seq) => seq + 1),
  }),
  onFrames({
    id: 'F27',
    title: 'a sequence number is given to two events',
    owner: 'ORD-SEQ-DUP',
    says: /./,
    damage: follow('agent_thinking', (text) => [
      asKind(text, 'progress_update', { status: 'still thinking' }),
    ]),
  }),
  onFrames({
    id: 'F28',
    title: 'the sequence goes back',
    owner: 'ORD-SEQ-MONO',
    says: /./,
    damage: swap('tool_executing', 'tool_executing'),
  }),
  onFrames({
    id: 'F29',
    title: 'the sequence begins again in the middle of a connection',
    owner: 'ORD-SEQ-EPOCH',
    entails: ['ORD-SEQ-DUP', 'ORD-SEQ-MONO'],
    says: /begins again with 1/,
    damage: renumber('began to number again', (seq, from) => seq - from + 1),
  }),
  onFrames({
    id: 'F30',
    title: 'an event arrives after those that follow it',
    owner: 'LAT-KIND',
    entails: ['ORD-PO', 'ORD-PAIR', 'ORD-SEQ-MONO', 'PAIR-ORPHAN', 'LIFE-AFTER'],
    says: /./,
    journey: failingTool,
    promises: { budgets: { delivery_ms: 300 } },
    lingerMs: 700,
    alone: true,
    damage: detour('tool_executing', 600),
  }),
];
