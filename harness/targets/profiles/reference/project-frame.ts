import type { CanonicalEvent, ProjectionProblem } from '../../../contract/canonical-event.ts';
import { eventKinds, type EventKind } from '../../../contract/event-kind.ts';
import { ConnectionFrameSchema } from '../../../contract/wire-connection.ts';
import { WireEventSchema } from '../../../contract/wire-event.ts';
import { describeProblems } from '../describe-problems.ts';
import { digestOf } from '../digest-of.ts';
import { digestOfText } from '../digest-of-text.ts';
import { isSound } from './is-sound.ts';
import { readClock } from './read-clock.ts';

export type Fields = Readonly<Record<string, unknown>>;

const kinds: ReadonlyMap<string, EventKind> = new Map(eventKinds.map((kind) => [kind, kind]));
const connectionKinds: ReadonlySet<string> = new Set(
  ConnectionFrameSchema.options.map((option) => option.shape.type.value),
);

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
const number = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;
const texts = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : undefined;
const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

function problemsOf(kind: EventKind, frame: Fields): ProjectionProblem[] {
  if (kind === 'unknown') return [];
  const schema = connectionKinds.has(kind) ? ConnectionFrameSchema : WireEventSchema;
  const parsed = schema.safeParse(frame);
  if (parsed.success) return [];
  return describeProblems('SCH-FIELD', parsed.error).map((problem) =>
    problem.pointer.startsWith('/payload/parameters') ? { ...problem, rule: 'SCH-ARGS' } : problem,
  );
}

function outcomeOf(kind: EventKind, status: unknown): CanonicalEvent['outcome'] {
  if (kind === 'agent_completed') return status === 'interrupted' ? status : 'completed';
  if (kind === 'agent_error') return 'failed';
  if (kind === 'agent_cancelled') return 'cancelled';
  if (kind !== 'tool_completed') return undefined;
  return status === 'completed' || status === 'cancelled' || status === 'timed_out'
    ? status
    : 'failed';
}

/** A replay says the same as the event it repeats, but for the mark. */
const replayMark = /,"replay":true|"replay":true,/;

function digestOfEvent(raw: string, frame: Fields): string {
  if (frame['replay'] === undefined) return digestOfText(raw);
  return digestOfText(raw.replace(replayMark, ''));
}

type Mutable<Value> = { -readonly [Field in keyof Value]: Value[Field] };

/**
 * What a parsed frame says. Field by field, because an event of which the holes were taken out afterwards cost three times as much
 * (measured).
 */
export function projectFrame(frame: Fields, raw: string): CanonicalEvent {
  const name = text(frame['type']);
  // The text of the table and not that of the frame: one whose hash is known is found faster ever after.
  const kind = (name === undefined ? undefined : kinds.get(name)) ?? 'unknown';
  const payload = fields(frame['payload']);
  const timestamp = text(frame['timestamp']);
  const usual = timestamp === undefined ? undefined : readClock(timestamp);
  const sound = isSound(kind, frame, usual);
  const event: Mutable<CanonicalEvent> = { kind };
  if (kind !== name && name !== undefined) event.name = name;
  addIds(event, frame, payload);
  const seq = number(frame['seq']);
  if (seq !== undefined) event.seq = seq;
  if (frame['replay'] === true) event.replay = true;
  const key = text(frame['idempotency_key']) ?? text(frame['in_reply_to']);
  if (key !== undefined) event.key = key;
  addContent(event, frame, payload);
  const clock = usual ?? (timestamp === undefined ? NaN : Date.parse(timestamp));
  if (!Number.isNaN(clock)) event.clock = clock;
  event.digest = digestOfEvent(raw, frame);
  if (kind === 'tool_executing') event.arguments_digest = digestOf(payload['parameters']);
  const build = text(frame['build']);
  if (build !== undefined) event.build = build;
  const features = texts(frame['features']);
  if (features !== undefined) event.features = features;
  const problems = sound ? [] : problemsOf(kind, frame);
  if (problems.length > 0) event.problems = problems;
  return event;
}

function addIds(event: Mutable<CanonicalEvent>, frame: Fields, payload: Fields): void {
  const id = text(frame['event_id']);
  if (id !== undefined) event.id = id;
  const user = text(frame['user_id']);
  if (user !== undefined) event.user = user;
  const thread = text(frame['thread_id']);
  if (thread !== undefined) event.thread = thread;
  const run = text(frame['run_id']);
  if (run !== undefined) event.run = run;
  const agent = text(frame['agent_name']);
  if (agent !== undefined) event.agent = agent;
  const call = text(payload['tool_call_id']);
  if (call !== undefined) event.call = call;
  const message = text(payload['message_id']);
  if (message !== undefined) event.message = message;
  const tool = text(payload['tool_name']);
  if (tool !== undefined) event.tool = tool;
}

function addContent(event: Mutable<CanonicalEvent>, frame: Fields, payload: Fields): void {
  const outcome = outcomeOf(event.kind, payload['status']);
  if (outcome !== undefined) event.outcome = outcome;
  const code =
    text(frame['code']) ?? text(payload['error_code']) ?? text(fields(payload['error'])['code']);
  if (code !== undefined) event.code = code;
  const said = text(payload[event.kind === 'agent_completed' ? 'result' : 'text']);
  if (said !== undefined) event.text = said;
  const offset = number(payload['offset']);
  if (offset !== undefined) event.offset = offset;
  const fallbacks = number(payload['fallbacks']);
  if (fallbacks !== undefined) event.fallbacks = fallbacks;
}
