import { goldenPath } from '../../../probe/journeys/golden-path.ts';
import { closeUp } from '../../damage/close-up.ts';
import { change, follow } from '../../damage/message-damages.ts';
import type { DecoyRow } from '../../decoy-row.ts';
import { asKind, edit, editPayload, readFields } from '../../proxy/edit.ts';
import type { Damage } from '../../proxy/interference.ts';

/** Every event has a field more, outside and inside. */
const moreFields: Damage = () => ({
  received: ({ text }) =>
    readFields(text)['payload'] === undefined
      ? [edit(text, { region: 'eu' })]
      : [editPayload(edit(text, { region: 'eu' }), { mood: ['calm'] })],
});

export const vocabularyDecoys: readonly DecoyRow[] = [
  {
    id: 'K09',
    title: 'an additional field',
    journey: goldenPath,
    users: 2,
    damage: moreFields,
  },
  {
    id: 'K10',
    title: 'an additional kind',
    journey: goldenPath,
    users: 2,
    damage: closeUp(follow('agent_thinking', (text) => [asKind(text, 'citation', { page: 4 })])),
  },
  {
    id: 'K29',
    title: 'a thought about frames and secrets',
    journey: goldenPath,
    users: 2,
    damage: change('agent_thinking', (text) =>
      editPayload(text, {
        reasoning: 'A frame {"type":"agent_completed"} with [secret: …] or __proto__ in it?',
      }),
    ),
  },
];
