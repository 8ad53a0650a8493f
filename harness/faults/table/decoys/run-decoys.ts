import { cancel } from '../../../probe/journeys/cancel.ts';
import { goldenPath } from '../../../probe/journeys/golden-path.ts';
import { anotherTurn } from '../../damage/another-turn.ts';
import { closeUp } from '../../damage/close-up.ts';
import { follow } from '../../damage/message-damages.ts';
import { reworkRun } from '../../damage/whole-run.ts';
import type { DecoyRow } from '../../decoy-row.ts';
import { asKind, editPayload, readFields, readPayload } from '../../proxy/edit.ts';
import { withField } from '../../with-field.ts';

const journey = goldenPath;
const users = 2;

/** Ends a run while its last tool still works, and says so. */
function interrupt(texts: readonly string[]): string[] {
  const at = texts.findLastIndex((text) => readFields(text)['type'] === 'tool_executing');
  const answer = texts.flatMap((text, index) => {
    const { type } = readFields(text);
    return type === 'message_delta' && index < at ? [String(readPayload(text)['text'])] : [];
  });
  const terminal = { status: 'interrupted', result: answer.join('') };
  return [...texts.slice(0, at + 1), editPayload(texts.at(-1) ?? '', terminal)];
}

export const runDecoys: readonly DecoyRow[] = [
  { id: 'K02', title: 'parallel tools, interleaved', journey, users: 8, damage: () => ({}) },
  {
    id: 'K03',
    title: 'a tool without a thought',
    journey,
    users,
    promises: {
      kinds: { agent_started: 'required', agent_completed: 'required' },
    },
    damage: closeUp(
      reworkRun('took the thoughts out', (texts) =>
        texts.filter((text) => readFields(text)['type'] !== 'agent_thinking'),
      ),
    ),
  },
  {
    id: 'K04',
    title: 'a thought after a tool',
    journey,
    users,
    damage: closeUp(
      follow('tool_completed', (text) => [
        asKind(text, 'agent_thinking', {
          status: 'thinking',
          reasoning: 'Now I know.',
          step_number: 1,
        }),
      ]),
    ),
  },
  {
    id: 'K05',
    title: 'several turns in one run',
    journey,
    users,
    promises: { terminal: { per: 'turn', allowed_after: [] } },
    profile: withField('turn'),
    damage: closeUp(anotherTurn),
  },
  {
    id: 'K06',
    title: 'usage is reported after the terminal',
    journey,
    users,
    promises: { terminal: { per: 'run', allowed_after: ['progress_update', 'unknown'] } },
    damage: closeUp(
      follow('agent_completed', (text) => [
        asKind(text, 'progress_update', { status: 'saved' }),
        asKind(text, 'usage', { tokens: 42 }),
      ]),
    ),
  },
  {
    id: 'K11',
    title: 'an interrupted run leaves its tool pending',
    journey,
    users,
    damage: closeUp(reworkRun('interrupted a run', interrupt)),
  },
  { id: 'K12', title: 'a cancelled run', journey: cancel, damage: () => ({}) },
  {
    id: 'K13',
    title: 'an empty piece of the answer',
    journey,
    users,
    damage: closeUp(
      follow('message_delta', (text) => {
        const { offset, text: said } = readPayload(text);
        return [editPayload(text, { text: '', offset: Number(offset) + String(said).length })];
      }),
    ),
  },
];
