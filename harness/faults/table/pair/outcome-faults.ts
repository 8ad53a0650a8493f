import { failingTool } from '../../../probe/journeys/failing-tool.ts';
import { change } from '../../damage/message-damages.ts';
import type { FaultRow } from '../../fault-row.ts';
import { editPayload } from '../../proxy/edit.ts';
import { onFrames } from '../sketch.ts';

export const outcomeFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F20',
    title: 'a tool fails and its event says that all is well',
    owner: 'PAIR-OUTCOME',
    says: /must end as failed/,
    journey: failingTool,
    damage: change('tool_completed', (text) =>
      editPayload(text, { status: 'completed', error: undefined, result: 'fine' }),
    ),
  }),
  onFrames({
    id: 'F20-hidden',
    title: 'an event calls a tool completed and carries its error',
    owner: 'PAIR-OUTCOME',
    says: /carries the error/,
    journey: failingTool,
    damage: change('tool_completed', (text) => editPayload(text, { status: 'completed' })),
  }),
];
