import type { CheckContext, CheckDeclaration, CheckFold, RunTrack } from '../../contract/check.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import { Findings } from '../findings.ts';
import { firstDifference } from './first-difference.ts';
import { textValue } from './value.ts';

export const txtConcat: CheckDeclaration = {
  id: 'TXT-CONCAT',
  level: 'MUST',
  title: 'the pieces make the answer',
  requirement:
    'The deltas of a message join without gap or overlap, and together they are the final answer.',
  reason: 'People read the pieces, the store keeps the answer: the two must say the same.',
  value: textValue,
  scope: 'run',
  hears: ['message_delta', 'agent_completed'],
  provenBy: ['F32', 'F33'],
  leftGreenBy: ['K01', 'K05', 'K13'],
  applies: ({ answer }) => answer !== 'joined' || 'the target states no answer beside its pieces',
  open,
};

interface Piece {
  readonly text: string;
  readonly n: number;
}

interface Message {
  text: string;
  last: number;
  broken: boolean;
  /** Pieces behind a gap that a declared replay may still fill, by where they start; most messages have none. */
  ahead: Map<number, Piece> | undefined;
}

interface Streamed {
  readonly messages: Map<string, Message>;
  /** The message that is being written, which most runs have only one of. */
  current?: { readonly id: string; readonly message: Message };
  /** The final answer, kept until the gaps are filled. */
  answer?: Piece;
}

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const counts = { lost: 0, unexpected: 0, duplicated: 0, recovered: 0 };
  const streamedIn = context.perRun((): Streamed => ({ messages: new Map() }));
  const mayBeFilled = context.promises.duplicates === 'declared';

  function append(run: RunTrack, n: number, event: CanonicalEvent): void {
    const id = event.message ?? '';
    const message = messageOf(streamedIn(run), id, n);
    if (event.replay === true) counts.recovered += 1;
    const expected = message.text.length;
    const { offset = expected, text = '' } = event;
    if (offset > expected && mayBeFilled) {
      message.ahead ??= new Map();
      message.ahead.set(offset, { text, n });
      return;
    }
    if (offset !== expected) tear(message, id, offset, n);
    message.text += text;
    message.last = Math.max(message.last, n);
    if (message.ahead !== undefined) join(message, message.ahead);
  }

  /** Takes the pieces that a gap kept waiting, as far as it is filled now. */
  function join(message: Message, ahead: Map<number, Piece>): void {
    for (;;) {
      const end = message.text.length;
      const next = ahead.get(end);
      if (next === undefined) return;
      ahead.delete(end);
      message.text += next.text;
      message.last = Math.max(message.last, next.n);
    }
  }

  function tear(message: Message, id: string, offset: number, n: number): void {
    if (message.broken) return;
    message.broken = true;
    const expected = message.text.length;
    counts[offset > expected ? 'lost' : 'duplicated'] += 1;
    findings.meet();
    const because =
      expected === 0 ? 'nothing of it came before' : `record ${message.last} ends there`;
    findings.fail(
      message.last === n ? [n] : [message.last, n],
      `The next piece of message ${id} must begin at character ${expected} because ${because}.`,
      `However, record ${n} begins at ${offset}: text was ${offset > expected ? 'lost' : 'doubled'}.`,
    );
  }

  function compare(run: RunTrack, { text: answer, n }: Piece): void {
    const streamed = streamedIn.peek(run);
    if (streamed === undefined) return;
    const messages = [...streamed.messages.values()];
    if (messages.some(({ ahead }) => ahead !== undefined && ahead.size > 0)) {
      streamed.answer = { text: answer, n };
      return;
    }
    const latest = messages.at(-1);
    if (latest === undefined || messages.some(({ broken }) => broken)) return;
    findings.meet();
    if (latest.text === answer) return;
    if (messages.map(({ text }) => text).join('') === answer) return;
    const place = firstDifference(latest.text, answer);
    counts[latest.text.length < answer.length ? 'lost' : 'duplicated'] += 1;
    findings.fail(
      [latest.last, n],
      `The pieces of run ${run.id} must make its final answer because people read them as one text.`,
      `However, they part at character ${place}: ${show(latest.text, place)} was streamed, ${show(answer, place)} is the answer.`,
    );
  }

  return {
    step(record, event, run) {
      if (run === undefined || event === undefined) return;
      if (event.kind === 'message_delta') append(run, record.n, event);
      else if (event.text !== undefined) compare(run, { text: event.text, n: record.n });
    },
    closeRun(run) {
      const streamed = streamedIn.peek(run);
      if (streamed === undefined) return;
      const { messages, answer } = streamed;
      for (const [id, message] of messages) {
        if (message.ahead === undefined) continue;
        const [first] = message.ahead;
        message.ahead.clear();
        if (first !== undefined) tear(message, id, first[0], first[1].n);
      }
      if (answer !== undefined) compare(run, answer);
    },
    end: () => findings.outcome({ counts }),
  };
}

function messageOf(streamed: Streamed, id: string, n: number): Message {
  if (streamed.current?.id === id) return streamed.current.message;
  let message = streamed.messages.get(id);
  if (message === undefined) {
    message = { text: '', last: n, broken: false, ahead: undefined };
    streamed.messages.set(id, message);
  }
  streamed.current = { id, message };
  return message;
}

function show(text: string, place: number): string {
  return JSON.stringify(text.slice(Math.max(0, place - 12), place + 20));
}
