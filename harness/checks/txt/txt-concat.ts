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
  /** Pieces behind a gap that a declared replay may still fill, by where they start. */
  readonly ahead: Map<number, Piece>;
}

interface Streamed {
  readonly messages: Map<string, Message>;
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
    const { messages } = streamedIn(run);
    const known = messages.get(id);
    const message = known ?? { text: '', last: n, broken: false, ahead: new Map() };
    messages.set(id, message);
    if (event.replay === true) counts.recovered += 1;
    const expected = message.text.length;
    const { offset = expected, text = '' } = event;
    if (offset > expected && mayBeFilled) {
      message.ahead.set(offset, { text, n });
      return;
    }
    if (offset !== expected) tear(message, id, offset, n);
    join(message, { text, n });
  }

  /** Takes a piece, and those behind it that a gap kept waiting. */
  function join(message: Message, piece: Piece): void {
    for (let next: Piece | undefined = piece; next !== undefined;) {
      message.text += next.text;
      message.last = Math.max(message.last, next.n);
      const end = message.text.length;
      next = message.ahead.get(end);
      message.ahead.delete(end);
    }
  }

  function tear(message: Message, id: string, offset: number, n: number): void {
    if (message.broken) return;
    message.broken = true;
    const expected = message.text.length;
    counts[offset > expected ? 'lost' : 'duplicated'] += 1;
    findings.meet();
    findings.fail(
      message.last === n ? [n] : [message.last, n],
      `The next piece of message ${id} must begin at character ${expected} because record ${message.last} ends there.`,
      `However, record ${n} begins at ${offset}: text was ${offset > expected ? 'lost' : 'doubled'}.`,
    );
  }

  function compare(run: RunTrack, { text: answer, n }: Piece): void {
    const streamed = streamedIn(run);
    const messages = [...streamed.messages.values()];
    if (messages.some(({ ahead }) => ahead.size > 0)) {
      streamed.answer = { text: answer, n };
      return;
    }
    const latest = messages.at(-1);
    if (latest === undefined || messages.some(({ broken }) => broken)) return;
    findings.meet();
    const whole = messages.map(({ text }) => text).join('');
    if (latest.text === answer || whole === answer) return;
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
      const { messages, answer } = streamedIn(run);
      for (const [id, message] of messages) {
        const [first] = message.ahead;
        message.ahead.clear();
        if (first !== undefined) tear(message, id, first[0], first[1].n);
      }
      if (answer !== undefined) compare(run, answer);
    },
    end: () => findings.outcome({ counts }),
  };
}

function show(text: string, place: number): string {
  return JSON.stringify(text.slice(Math.max(0, place - 12), place + 20));
}
