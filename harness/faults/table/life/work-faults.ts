import { follow } from '../../damage/message-damages.ts';
import { reworkRun } from '../../damage/whole-run.ts';
import type { FaultRow } from '../../fault-row.ts';
import { asKind, editPayload, readPayload } from '../../proxy/edit.ts';
import { inBothForms, onFrames } from '../sketch.ts';
import { closeUp } from '../../damage/close-up.ts';

/** More rounds of one tool than any target needs; each pair is well formed. */
const rounds = 25;

function circle(completed: string): string[] {
  const { tool_name } = readPayload(completed);
  return Array.from({ length: rounds }, (_, round) => {
    const call = { tool_name, tool_call_id: `loop-${round}` };
    const started = { ...call, status: 'executing', parameters: { text: 'again' }, message: '' };
    return [asKind(completed, 'tool_executing', started), editPayload(completed, call)];
  }).flat();
}

/** Start, thought and an empty end. */
function idle(texts: readonly string[]): string[] {
  const [started = '', thinking = ''] = texts;
  return [started, thinking, editPayload(texts.at(-1) ?? '', { result: '' })];
}

export const workFaults: readonly FaultRow[] = [
  ...inBothForms({
    id: 'F09',
    title: 'a run starts and ends with no work between',
    owner: 'LIFE-WORK',
    lost: ['ORD-SEQ-GAP'],
    says: /without any/,
    damage: reworkRun('took the work out of a run', idle),
  }),
  ...inBothForms({
    id: 'F10',
    title: 'agent_thinking is dropped',
    owner: 'LIFE-THINK',
    lost: ['ORD-SEQ-GAP'],
    says: /./,
    damage: reworkRun('took the thoughts out of a run', (texts) =>
      texts.filter((text) => !text.includes('"agent_thinking"')),
    ),
  }),
  onFrames({
    id: 'F21',
    title: 'one tool is called with the same arguments for ever',
    owner: 'LIFE-LOOP',
    says: /same arguments/,
    damage: closeUp(follow('tool_completed', circle)),
  }),
];
