import { change } from '../../damage/message-damages.ts';
import type { FaultRow } from '../../fault-row.ts';
import { edit } from '../../proxy/edit.ts';
import { onFrames } from '../sketch.ts';

export const clockFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F19',
    title: 'a tool completes before it began, by the clocks in the events',
    owner: 'ORD-CLOCK',
    expect: 'warn',
    says: /ms before record/,
    damage: change('tool_completed', (text) =>
      edit(text, { timestamp: '2001-01-01T00:00:00.000Z' }),
    ),
  }),
];
