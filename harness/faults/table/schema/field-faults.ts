import { change, follow } from '../../damage/message-damages.ts';
import { closeUp } from '../../damage/close-up.ts';
import { reworkRun } from '../../damage/whole-run.ts';
import type { FaultRow } from '../../fault-row.ts';
import { asKind, edit, editPayload } from '../../proxy/edit.ts';
import { onFrames } from '../sketch.ts';

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
];
