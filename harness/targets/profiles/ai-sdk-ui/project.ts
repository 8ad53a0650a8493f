import type { CanonicalEvent } from '../../../contract/canonical-event.ts';
import { isTerminalKind, type EventKind } from '../../../contract/event-kind.ts';
import type { Projected, Projection } from '../../profile.ts';
import { describeProblems } from '../describe-problems.ts';
import { digestOf } from '../digest-of.ts';
import { nameIn } from '../name-in.ts';
import { parseFrame } from '../parse-frame.ts';
import { withoutHoles, type Holed } from '../without-holes.ts';
import { ChunkSchema, kindOf, type Chunk } from './chunk.ts';
import { readRequest } from './request.ts';

/** The message that is being answered, and what was said of it so far. */
interface Exchange {
  readonly key: string | undefined;
  readonly thread: string | undefined;
  /** Record number of the request. */
  readonly n: number | undefined;
  run: string | undefined;
  text: string;
  step: number;
  failed: boolean;
  /** Calls whose arguments were refused: they never ran. */
  readonly refused: Set<string>;
}

const outcomes: Readonly<Record<string, CanonicalEvent['outcome']>> = {
  'tool-output-available': 'completed',
  'tool-output-error': 'failed',
  'tool-output-denied': 'cancelled',
  finish: 'completed',
  abort: 'cancelled',
  error: 'failed',
};

/**
 * Projection of a UI message stream. The protocol never repeats what the client sent, so that the acceptance is derived
 * from the request: it came before the first part of its answer.
 */
export function projectAiSdkUi(): Projection {
  let exchange = openExchange();
  return {
    sent(text, n) {
      const request = readRequest(text);
      if (request !== undefined) exchange = openExchange({ ...request, n });
    },
    received(raw, cursor): Projected {
      const parsed = parseFrame(raw);
      if (!parsed.ok) return { events: [], problems: [parsed.problem] };
      const chunk = ChunkSchema.safeParse(parsed.fields);
      if (!chunk.success) {
        const problems = describeProblems('SCH-FIELD', chunk.error);
        return {
          events: [{ kind: 'unknown', name: nameIn(parsed.fields), problems }],
        };
      }
      return { events: [...accept(exchange, chunk.data), tell(exchange, chunk.data, cursor)] };
    },
  };
}

function openExchange(asked?: { key: string; thread: string; n: number }): Exchange {
  const { key, thread, n } = asked ?? { key: undefined, thread: undefined, n: undefined };
  const refused = new Set<string>();
  return { key, thread, n, run: undefined, text: '', step: 0, failed: false, refused };
}

/** The first part of an answer shows that the message was taken. */
function accept(exchange: Exchange, chunk: Chunk): CanonicalEvent[] {
  if (exchange.run !== undefined) return [];
  const { key, thread, n } = exchange;
  exchange.run = chunk.messageId ?? `answer to ${key ?? 'nobody'}`;
  if (key === undefined) return [];
  const { run } = exchange;
  return [withoutHoles({ kind: 'message_accepted', run, thread, key, derived_from: n })];
}

function tell(exchange: Exchange, chunk: Chunk, cursor: string | undefined): CanonicalEvent {
  if (chunk.type === 'start-step') exchange.step += 1;
  if (chunk.type === 'tool-input-error') exchange.refused.add(chunk.toolCallId ?? '');
  if (chunk.type === 'text-delta') exchange.text += chunk.delta ?? '';
  const kind = kindIn(exchange, chunk);
  if (kind === 'agent_error') exchange.failed = true;
  const event: Holed = {
    kind,
    name: chunk.type,
    run: exchange.run,
    thread: exchange.thread,
    turn: exchange.step === 0 ? undefined : String(exchange.step),
    cursor,
    call: chunk.toolCallId,
    tool: chunk.toolName,
    code: chunk.errorText,
    ...(isTerminalKind(kind) || kind === 'tool_completed' ? { outcome: outcomes[chunk.type] } : {}),
  };
  if (kind === 'message_delta') {
    return withoutHoles({ ...event, message: chunk.id, text: chunk.delta });
  }
  if (kind === 'agent_completed') return withoutHoles({ ...event, text: exchange.text });
  if (kind !== 'tool_executing') return withoutHoles(event);
  return withoutHoles({ ...event, arguments_digest: digestOf(chunk.input) });
}

/** A refused call has no completion, and an error has ended the run before its `finish`. */
function kindIn(exchange: Exchange, chunk: Chunk): EventKind {
  const kind = kindOf(chunk);
  const refused = kind === 'tool_completed' && exchange.refused.has(chunk.toolCallId ?? '');
  const ended = kind === 'agent_completed' && exchange.failed;
  return refused || ended ? 'progress_update' : kind;
}
