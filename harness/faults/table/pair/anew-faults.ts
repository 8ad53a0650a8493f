import { closeUp } from '../../damage/close-up.ts';
import { emitAnew } from '../../damage/emit-anew.ts';
import { follow, repeat } from '../../damage/message-damages.ts';
import { postpone } from '../../damage/postpone.ts';
import type { FaultRow } from '../../fault-row.ts';
import { asKind } from '../../proxy/edit.ts';
import { onFrames } from '../sketch.ts';

/**
 * Whoever sends twice may number twice. A start, a call, a terminal and a piece of text have an owner who knows them
 * without number and id; everything else is known by its id (docs/repetitions.md).
 */
export const anewFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F02-anew',
    title: 'a second emitter starts the run again, under a number and an id of its own',
    owner: 'LIFE-START-ONCE',
    says: /starts it again/,
    damage: emitAnew('agent_started'),
  }),
  onFrames({
    id: 'F16-anew',
    title: 'a second emitter announces a call again, under a number and an id of its own',
    owner: 'ONCE-EXEC',
    says: /executes it again/,
    damage: emitAnew('tool_executing'),
  }),
  onFrames({
    id: 'F15-anew',
    title: 'a second emitter completes a call again, under a number and an id of its own',
    owner: 'ONCE-TOOL',
    says: /completes it again/,
    damage: emitAnew('tool_completed'),
  }),
  onFrames({
    id: 'F33-anew',
    title: 'a second emitter streams a piece again, under a number and an id of its own',
    owner: 'TXT-CONCAT',
    says: /text was doubled/,
    damage: emitAnew('message_delta'),
  }),
  onFrames({
    id: 'F06-anew',
    title: 'a second emitter ends the run again, under a number and an id of its own',
    owner: 'LIFE-TERM-ONCE',
    says: /./,
    damage: emitAnew('agent_completed'),
  }),
  onFrames({
    id: 'D23-anew',
    title: 'a thought is sent twice, under two numbers and one id',
    owner: 'ONCE-EVENT',
    says: /another number, but the same id/,
    damage: closeUp(repeat('agent_thinking')),
  }),
  onFrames({
    id: 'D23-progress',
    title: 'progress is reported twice, under two numbers and one id',
    owner: 'ONCE-EVENT',
    says: /progress_update .* another number, but the same id/,
    damage: closeUp(
      follow('agent_thinking', (text) => {
        const progress = asKind(text, 'progress_update', { status: 'looking' });
        return [progress, progress];
      }),
    ),
  }),
  onFrames({
    id: 'D23-unknown',
    title: 'an event of a kind that nobody knows is sent twice, under two numbers and one id',
    owner: 'ONCE-EVENT',
    says: /another number, but the same id/,
    damage: closeUp(
      follow('agent_thinking', (text) => {
        const citation = asKind(text, 'citation', { source: 'page 7' });
        return [citation, citation];
      }),
    ),
  }),
  onFrames({
    id: 'D25-anew',
    title: 'an event that was delivered is sent again later, under the next number',
    owner: 'ONCE-EVENT',
    says: /another number, but the same id/,
    damage: closeUp(postpone('agent_thinking', 3, { again: true })),
  }),
];
