import { change, follow } from '../../damage/message-damages.ts';
import { closeUp } from '../../damage/close-up.ts';
import { reworkRun } from '../../damage/whole-run.ts';
import type { FaultRow } from '../../fault-row.ts';
import { asKind, edit, editPayload, readFields } from '../../proxy/edit.ts';
import { onFrames } from '../sketch.ts';

const workKinds: ReadonlySet<unknown> = new Set([
  'agent_thinking',
  'tool_executing',
  'tool_completed',
]);
const isWork = (text: string): boolean => workKinds.has(readFields(text)['type']);

export const fieldFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F40',
    title: 'a required field is missing',
    owner: 'SCH-FIELD',
    says: /payload.message/,
    damage: change('tool_executing', (text) => editPayload(text, { message: undefined })),
  }),
  onFrames({
    id: 'F40-type',
    title: 'a field has the wrong type',
    owner: 'SCH-FIELD',
    says: /payload.step_number/,
    damage: change('agent_thinking', (text) => editPayload(text, { step_number: 'one' })),
  }),
  onFrames({
    id: 'F41',
    title: 'a kind nobody knows',
    owner: 'SCH-UNKNOWN',
    expect: 'info',
    says: /agent_mood/,
    damage: closeUp(follow('agent_thinking', (text) => [asKind(text, 'agent_mood', {})])),
  }),
  onFrames({
    id: 'F42',
    title: 'a critical kind is misspelt',
    owner: 'SCH-NEARMISS',
    entails: ['LIFE-THINK'],
    says: /agentThinkin/,
    damage: reworkRun('misspelt agent_thinking', (texts) =>
      texts.map((text) => text.replace('"agent_thinking"', '"agentThinkin"')),
    ),
  }),
  onFrames({
    id: 'D20',
    title: 'a normaliser gives thoughts and tools one name',
    owner: 'SCH-NEARMISS',
    entails: ['LIFE-THINK', 'LIFE-WORK'],
    says: /agent_progress/,
    damage: reworkRun('renamed the work of a run', (texts) =>
      texts.map((text) => (isWork(text) ? edit(text, { type: 'agent_progress' }) : text)),
    ),
  }),
  onFrames({
    id: 'D20-start',
    title: 'a normaliser turns the name of the start round',
    owner: 'SCH-NEARMISS',
    entails: ['LIFE-START'],
    says: /start_agent/,
    damage: change('agent_started', (text) => edit(text, { type: 'start_agent' })),
  }),
  onFrames({
    id: 'F43',
    title: 'an event does not name its run',
    owner: 'SCH-CORR',
    entails: ['SCH-FIELD', 'ORD-SEQ-GAP'],
    says: /lacks run/,
    damage: change('agent_thinking', (text) => edit(text, { run_id: undefined })),
  }),
  onFrames({
    id: 'F48',
    title: 'the arguments of a tool are not an object',
    owner: 'SCH-ARGS',
    says: /parameters/,
    damage: change('tool_executing', (text) => editPayload(text, { parameters: '{"text": ' })),
  }),
  onFrames({
    id: 'F48-others',
    title: 'the arguments of a tool are shown as others than it got',
    owner: 'SCH-ARGS',
    says: /announces the call without it/,
    damage: change('tool_executing', (text) =>
      editPayload(text, { parameters: { text: 'something else' } }),
    ),
  }),
];
