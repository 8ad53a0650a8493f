import type { EventKind } from '../../../contract/event-kind.ts';
import { criticalKinds } from '../../../contract/event-kind.ts';
import { WireRequestSchema, type WireRequest } from '../../../contract/wire-request.ts';
import type { Intent, Intents } from '../../profile.ts';
import { describeProblems } from '../describe-problems.ts';
import { parseFrame } from '../parse-frame.ts';
import { isSoundChat } from './is-sound-chat.ts';

const lifecycle: readonly EventKind[] = ['agent_started', 'agent_thinking', 'agent_completed'];

function phraseOne(intent: Intent): string {
  switch (intent.kind) {
    case 'echo':
    case 'plain':
      return `${intent.kind} ${intent.text}`;
    case 'count':
      return `count ${intent.counter}`;
    case 'slow':
      return `slow ${intent.milliseconds}`;
    case 'fail':
    case 'ghost':
    case 'overrun':
      return intent.kind;
    case 'large':
      return `large ${intent.characters}`;
    case 'parallel':
      return `parallel ${intent.texts.join(' ')}`;
    case 'long':
      return `long ${intent.pieces}`;
  }
}

const withoutTool: ReadonlySet<Intent['kind']> = new Set(['plain', 'long', 'ghost']);
const usesTool = ({ kind }: Intent): boolean => !withoutTool.has(kind);

function frame(request: WireRequest): string {
  return JSON.stringify(request);
}

/** The scripted agent of the reference reads intents as words, joined by " ; ". */
export const referenceIntents: Intents = {
  phrase: (intents) => intents.map(phraseOne).join(' ; '),
  chat: ({ content, key, thread }) =>
    frame({
      type: 'chat_message',
      content,
      idempotency_key: key,
      ...(thread === undefined ? {} : { thread_id: thread }),
    }),
  readSent(sent) {
    const parsed = parseFrame(sent);
    const request = parsed.ok ? WireRequestSchema.safeParse(parsed.fields).data : undefined;
    switch (request?.type) {
      case 'chat_message':
        return { act: 'chat', key: request.idempotency_key };
      case 'cancel':
      case 'resume':
        return { act: request.type, run: request.run_id };
      case 'ping':
      case undefined:
        return undefined;
    }
  },
  cancel: (run) => frame({ type: 'cancel', run_id: run }),
  resume: (run, afterSeq) => frame({ type: 'resume', run_id: run, after_seq: afterSeq }),
  ping: () => frame({ type: 'ping' }),
  inspect(sent) {
    const parsed = parseFrame(sent);
    if (!parsed.ok) return [parsed.problem];
    if (isSoundChat(parsed.fields)) return undefined;
    const request = WireRequestSchema.safeParse(parsed.fields);
    return request.success ? undefined : describeProblems('SCH-FIELD', request.error);
  },
  misunderstood: (answer) => answer.startsWith('You said: '),
  readCount(answer, counter) {
    const line = answer.split('\n').find((each) => each.startsWith(`${counter} = `));
    return line === undefined ? undefined : Number(line.slice(counter.length + 3));
  },
  expects: (intents) => (intents.some(usesTool) ? criticalKinds : lifecycle),
};
