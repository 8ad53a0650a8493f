import type { RecordOf } from '../../contract/history.ts';
import { converse, drop } from '../testing/conversation.ts';
import type { Damage } from '../testing/damage.ts';
import type { HistoryBuilder } from '../testing/history-builder.ts';

const json = (raw: string) => () => converse({ after: (built) => built.frame('a', raw) });
const closed = (rest: Partial<RecordOf<'close'>>) => () =>
  converse({ after: (built) => built.close('a', rest) });
const closedInMidRun = (rest: Partial<RecordOf<'close'>>) => () =>
  converse({ alter: drop('agent_completed'), after: (built) => built.close('a', rest) });
const opened = (rest: Partial<RecordOf<'open'>>) => () =>
  converse({ after: (built) => built.open('c', 'cleo', rest) });

const notJson = { rule: 'WIRE-JSON', pointer: '', message: "Expected ',' at position 7" };

export const wireDamages: readonly Damage[] = [
  {
    fault: 'F37',
    title: 'invalid JSON',
    owner: 'WIRE-JSON',
    build: () =>
      converse({ after: (built) => built.frame('a', '{"type" 1}', { problems: [notJson] }) }),
  },
  {
    fault: 'F49',
    title: 'a duplicate key',
    owner: 'WIRE-JSON-LOSS',
    build: json('{"a":{"b":1,"b":2}}'),
  },
  {
    fault: 'F49',
    title: 'a rounded id',
    owner: 'WIRE-JSON-LOSS',
    build: json('{"id":9007199254740993}'),
  },
  {
    fault: 'F49',
    title: 'an infinite number',
    owner: 'WIRE-JSON-LOSS',
    build: json('{"id":1e400}'),
  },
  { fault: 'F49', title: 'not a number', owner: 'WIRE-JSON-LOSS', build: json('{"id":NaN}') },
  {
    fault: 'F52',
    title: 'a frame above the declared size',
    owner: 'WIRE-SIZE',
    build: () =>
      converse({
        promises: { limits: { frame_bytes: 1_000 } },
        after: (built) => built.frame('a', '{}', { bytes: 2_097_152, cut: true }),
      }),
  },
  {
    fault: 'F55',
    title: 'two events in one frame',
    owner: 'WIRE-FRAMING',
    build: () =>
      converse({
        promises: { framing: 'one' },
        after: (built) =>
          built.frame('a', '{}\n{}', { events: [{ kind: 'pong' }, { kind: 'pong' }] }),
      }),
  },
  { fault: 'F56', title: 'close 1011', owner: 'WIRE-CLOSE', build: closedInMidRun({ code: 1011 }) },
  { fault: 'F57', title: 'a reset', owner: 'WIRE-CLOSE', build: closedInMidRun({ cause: 'rst' }) },
  {
    fault: 'F58',
    title: 'no close frame',
    owner: 'WIRE-CLOSE',
    build: closedInMidRun({ cause: 'fin' }),
  },
  {
    fault: 'F60',
    title: 'close 1005',
    owner: 'WIRE-CLOSE-ILLEGAL',
    build: closed({ code: 1005, cause: 'protocol-error' }),
  },
  { fault: 'F60', title: 'close 5000', owner: 'WIRE-CLOSE-ILLEGAL', build: closed({ code: 5000 }) },
  {
    fault: 'F61',
    title: 'garbage is answered with 1000',
    owner: 'WIRE-CLOSE-MEANING',
    build: () => converse({ after: (built) => built.act('a', 'abuse').close('a', { code: 1000 }) }),
  },
  {
    fault: 'F62',
    title: 'the peer falls silent',
    owner: 'WIRE-HALFOPEN',
    build: () =>
      converse({
        alter: drop('agent_completed'),
        after: (built) => beat(built, 'ping-sent').wait(2_000).close('a', { cause: 'silence' }),
      }),
  },
  {
    fault: 'D31',
    title: 'a pong is late because the event loop is blocked',
    owner: 'WIRE-HALFOPEN',
    build: () =>
      converse({ after: (built) => beat(beat(built, 'ping-sent').wait(1_200), 'pong-received') }),
  },
  {
    fault: 'F64',
    title: 'the handshake stalls',
    owner: 'WIRE-UPGRADE',
    build: opened({ outcome: 'stalled' }),
  },
  {
    fault: 'F65',
    title: 'the upgrade is answered with 503',
    owner: 'WIRE-UPGRADE',
    build: opened({ outcome: 'refused', status: 503 }),
  },
  {
    fault: 'F66',
    title: 'a wrong accept key',
    owner: 'WIRE-HANDSHAKE',
    build: opened({ accept_valid: false }),
  },
  {
    fault: 'F66',
    title: 'a foreign subprotocol',
    owner: 'WIRE-HANDSHAKE',
    build: opened({ protocol: 'v9', offered_protocols: ['v1'] }),
  },
  {
    fault: 'D03',
    title: 'no subprotocol',
    owner: 'WIRE-HANDSHAKE',
    build: opened({ protocol: '', offered_protocols: ['v1'] }),
  },
  {
    fault: 'F67',
    title: 'a masked server frame',
    owner: 'WIRE-PROTO',
    build: closedInMidRun({ cause: 'protocol-error', detail: 'WS_ERR_UNEXPECTED_MASK' }),
  },
  {
    fault: 'D01',
    title: 'the own frame comes back',
    owner: 'WIRE-ECHO',
    build: () =>
      converse({
        after: (built) => {
          const raw = '{"type":"chat_message","content":"hi"}';
          built.send('a', raw).frame('a', raw);
        },
      }),
  },
];

function beat(built: HistoryBuilder, what: RecordOf<'beat'>['beat']): HistoryBuilder {
  return built.add({ type: 'beat', connection: 'a', epoch: 0, beat: what });
}
