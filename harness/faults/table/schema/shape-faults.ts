import { follow } from '../../damage/message-damages.ts';
import type { FaultRow } from '../../fault-row.ts';
import { asKind, readFields } from '../../proxy/edit.ts';
import { onFrames } from '../sketch.ts';

const note = (text: string): string => asKind(text, 'progress_update', { status: 'working' });

export const shapeFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F37',
    title: 'a frame is not JSON',
    owner: 'WIRE-JSON',
    says: /JSON/,
    damage: follow('agent_thinking', () => ['{"type" "agent_thinking"}']),
  }),
  onFrames({
    id: 'F38',
    title: 'a frame is JSON, but no object',
    owner: 'SCH-SHAPE',
    says: /array/,
    damage: follow('agent_thinking', () => ['["agent_thinking"]']),
  }),
  onFrames({
    id: 'F39',
    title: 'an event does not say what it is',
    owner: 'SCH-KIND',
    says: /has none/,
    damage: follow('agent_thinking', (text) => {
      const { run_id, thread_id, user_id, timestamp } = readFields(text);
      return [JSON.stringify({ note: 'hm', run_id, thread_id, user_id, timestamp })];
    }),
  }),
  onFrames({
    id: 'F50',
    title: 'an event is wrapped in another envelope',
    owner: 'SCH-SHAPE',
    says: /hides its event in the field/,
    damage: follow('agent_thinking', (text) => [JSON.stringify({ data: readFields(note(text)) })]),
  }),
  onFrames({
    id: 'F50-twice',
    title: 'an event is encoded twice',
    owner: 'SCH-SHAPE',
    says: /text inside JSON/,
    damage: follow('agent_thinking', (text) => [JSON.stringify(note(text))]),
  }),
];
