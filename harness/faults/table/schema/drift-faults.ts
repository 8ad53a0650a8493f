import { swapResults } from '../../damage/swap-results.ts';
import { swapNames } from '../../damage/swap-names.ts';
import { twoEmitters } from '../../damage/two-emitters.ts';
import { closeUp } from '../../damage/close-up.ts';
import { change, follow } from '../../damage/message-damages.ts';
import type { FaultRow } from '../../fault-row.ts';
import { asKind, edit, editPayload } from '../../proxy/edit.ts';
import { onFrames } from '../sketch.ts';

export const driftFaults: readonly FaultRow[] = [
  onFrames({
    id: 'D21',
    title: 'a field is a number on one code path and text on another',
    owner: 'SCH-FINGERPRINT',
    expect: 'warn',
    says: /priority is a/,
    damage: twoEmitters,
  }),
  onFrames({
    id: 'D21-envelope',
    title: 'a second code path has an envelope of its own',
    owner: 'SCH-FINGERPRINT',
    expect: 'warn',
    entails: ['SCH-FIELD'],
    says: /one has payload/,
    damage: closeUp(
      follow('agent_thinking', (text) => [
        asKind(text, 'progress_update', { status: 'thinking' }),
        edit(asKind(text, 'progress_update', {}), {
          payload: undefined,
          event_id: 'of-another-envelope',
          data: { status: 'thinking' },
        }),
      ]),
    ),
  }),
  onFrames({
    id: 'D22',
    title: 'the names of tool and agent change places',
    owner: 'SCH-SWAP',
    says: /which is its agent/,
    damage: swapNames,
  }),
  onFrames({
    id: 'D22-completion',
    title: 'a completion names another tool than its announcement',
    owner: 'SCH-SWAP',
    says: /must stay "echo"/,
    damage: change('tool_completed', (text) => editPayload(text, { tool_name: 'count' })),
  }),
  onFrames({
    id: 'D22-results',
    title: 'two calls at a time get the results of each other',
    owner: 'SCH-SWAP',
    says: /nothing of its own/,
    damage: swapResults,
  }),
];
