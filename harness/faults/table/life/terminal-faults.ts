import { closeWithoutCode } from '../../damage/close-without-code.ts';
import { cutAt } from '../../damage/cut.ts';
import { drop, follow, on, precede, repeat } from '../../damage/message-damages.ts';
import type { FaultRow } from '../../fault-row.ts';
import { asKind, edit } from '../../proxy/edit.ts';
import { inBothForms, onBytes } from '../sketch.ts';

const failure = { status: 'failed', error_code: 'AGENT_FAILED', error_message: 'it broke' };
const success = { status: 'completed', result: 'triaged', execution_time_ms: 1, fallbacks: 0 };

export const terminalFaults: readonly FaultRow[] = [
  ...inBothForms({
    id: 'F03',
    title: 'agent_completed is dropped and the socket stays open',
    owner: 'LIFE-TERM',
    lost: [],
    says: /ms of silence/,
    promises: { deadlines: { terminal_ms: 2_000 } },
    damage: drop('agent_completed'),
  }),
  onBytes({
    id: 'F04',
    title: 'agent_completed is dropped and the socket closes with 1000',
    owner: 'LIFE-TERM-TRUNC',
    says: /clos/,
    damage: on('agent_completed', 'closed with 1000 instead of it', (_, lane) => {
      lane.close(1000);
      return [];
    }),
  }),
  onBytes({
    id: 'F04-mute',
    title: 'agent_completed is dropped and the socket closes without a code',
    owner: 'LIFE-TERM-TRUNC',
    says: /clos/,
    damage: cutAt('agent_completed', 'closed without a code', closeWithoutCode),
  }),
  onBytes({
    id: 'F05',
    title: 'the stream is cut while a tool executes',
    owner: 'LIFE-TERM-TRUNC',
    entails: ['PAIR-OPEN'],
    says: /clos/,
    damage: on('tool_completed', 'closed with 1000 instead of it', (_, lane) => {
      lane.close(1000);
      return [];
    }),
  }),
  ...inBothForms({
    id: 'F06',
    title: 'a run ends twice',
    owner: 'LIFE-TERM-ONCE',
    lost: [],
    says: /./,
    damage: repeat('agent_completed'),
  }),
  ...inBothForms({
    id: 'F07',
    title: 'success after an error',
    owner: 'LIFE-TERM-CONFLICT',
    lost: ['ORD-SEQ-DUP'],
    says: /./,
    damage: precede('agent_completed', (text) => [asKind(text, 'agent_error', failure)]),
  }),
  ...inBothForms({
    id: 'F08',
    title: 'progress is reported after the terminal',
    owner: 'LIFE-AFTER',
    lost: ['ORD-SEQ-DUP'],
    says: /progress_update followed it/,
    damage: follow('agent_completed', (text) => [
      asKind(text, 'progress_update', { status: 'cleaning_up' }),
    ]),
  }),
  ...inBothForms({
    id: 'D02',
    title: 'a sub-agent completes in the middle of the run',
    owner: 'LIFE-AFTER',
    entails: ['LIFE-TERM-ONCE', 'ORD-PO', 'TXT-CONCAT'],
    lost: ['ORD-SEQ-DUP'],
    says: /followed it/,
    damage: follow('agent_thinking', (text) => [
      edit(asKind(text, 'agent_completed', success), { agent_name: 'triage' }),
    ]),
  }),
];
