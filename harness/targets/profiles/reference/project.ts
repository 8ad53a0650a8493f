import type { CanonicalEvent, ProjectionProblem } from '../../../contract/canonical-event.ts';
import { eventKinds, type EventKind } from '../../../contract/event-kind.ts';
import { ConnectionFrameSchema } from '../../../contract/wire-connection.ts';
import { WireEventSchema } from '../../../contract/wire-event.ts';
import type { Projected, Projection } from '../../profile.ts';
import { parseFrame } from '../parse-frame.ts';
import { describeProblems } from '../describe-problems.ts';
import { digestOf } from '../digest-of.ts';
import { digestOfText } from '../digest-of-text.ts';
import { withoutHoles } from '../without-holes.ts';
import { isSound } from './is-sound.ts';
import { readClock } from './read-clock.ts';

type Fields = Readonly<Record<string, unknown>>;

const kinds: ReadonlySet<string> = new Set(eventKinds);
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

/** The pieces of an answer are most of all traffic: they are put together at once. */
function projectDelta(frame: Fields, payload: Fields, clock: number, raw: string): CanonicalEvent {
  return {
    kind: 'message_delta',
    id: frame['event_id'] as string,
    user: frame['user_id'] as string,
    thread: frame['thread_id'] as string,
    run: frame['run_id'] as string,
    agent: frame['agent_name'] as string,
    message: payload['message_id'] as string,
    seq: frame['seq'] as number,
    text: payload['text'] as string,
    offset: payload['offset'] as number,
    clock,
    digest: digestOfText(raw),
  };
}

function projectFrame(frame: Fields, raw: string): CanonicalEvent {
  const name = text(frame['type']);
  const kind = name !== undefined && kinds.has(name) ? (name as EventKind) : 'unknown';
  const payload = fields(frame['payload']);
  const timestamp = text(frame['timestamp']) ?? '';
  const usual = readClock(timestamp);
  const sound = isSound(kind, frame, usual);
  if (sound && kind === 'message_delta' && frame['replay'] === undefined) {
    return projectDelta(frame, payload, usual ?? 0, raw);
  }
  const problems = sound ? [] : problemsOf(kind, frame);
  const clock = usual ?? Date.parse(timestamp);
  return withoutHoles({
    kind,
    name: kind === name ? undefined : name,
    id: text(frame['event_id']),
    user: text(frame['user_id']),
    thread: text(frame['thread_id']),
    run: text(frame['run_id']),
    turn: undefined,
    agent: text(frame['agent_name']),
    call: text(payload['tool_call_id']),
    message: text(payload['message_id']),
    tool: text(payload['tool_name']),
    seq: number(frame['seq']),
    replay: frame['replay'] === true ? true : undefined,
    key: text(frame['idempotency_key']),
    outcome: outcomeOf(kind, payload['status']),
    code:
      text(frame['code']) ?? text(payload['error_code']) ?? text(fields(payload['error'])['code']),
    text: kind === 'agent_completed' ? text(payload['result']) : text(payload['text']),
    offset: number(payload['offset']),
    fallbacks: number(payload['fallbacks']),
    clock: Number.isNaN(clock) ? undefined : clock,
    cursor: undefined,
    digest: digestOfEvent(raw, frame),
    arguments_digest: kind === 'tool_executing' ? digestOf(payload['parameters']) : undefined,
    build: text(frame['build']),
    features: texts(frame['features']),
    derived_from: undefined,
    problems: problems.length === 0 ? undefined : problems,
  });
}

/** Projection of the reference wire: one JSON object per text frame, one event per object. */
export function projectReference(): Projection {
  return {
    received(raw): Projected {
      const parsed = parseFrame(raw);
      if (!parsed.ok) return { events: [], problems: [parsed.problem] };
      return { events: [projectFrame(parsed.fields, raw)] };
    },
  };
}
