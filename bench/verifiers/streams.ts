/** One event of the AG-UI protocol, version 1.0. */
export type StreamEvent = Readonly<Record<string, unknown>>;

export interface Ids {
  readonly threadId: string;
  readonly runId: string;
  /** A secret that was planted for another user. */
  readonly foreign: string;
}

export interface Stream {
  readonly title: string;
  /** Whether the stream breaks what a client relies on, or is only odd. */
  readonly broken: boolean;
  readonly build: (ids: Ids) => readonly StreamEvent[];
}

/** What a sound stream answers. */
export const answer = 'It is sunny in Bern.';
const pieces = ['It is ', 'sunny ', 'in Bern.'];
const call = { toolCallId: 'call-1' };
const text = { messageId: 'answer-1' };

/** A sound run: one tool, then an answer in three pieces. */
function sound({ threadId, runId }: Ids): StreamEvent[] {
  return [
    { type: 'RUN_STARTED', threadId, runId },
    { type: 'TOOL_CALL_START', ...call, toolCallName: 'echo' },
    { type: 'TOOL_CALL_ARGS', ...call, delta: '{"text":"Bern"}' },
    { type: 'TOOL_CALL_END', ...call },
    { type: 'TOOL_CALL_RESULT', ...call, messageId: 'result-1', content: 'sunny' },
    { type: 'TEXT_MESSAGE_START', ...text, role: 'assistant' },
    ...pieces.map((delta) => ({ type: 'TEXT_MESSAGE_CONTENT', ...text, delta })),
    { type: 'TEXT_MESSAGE_END', ...text },
    { type: 'RUN_FINISHED', threadId, runId },
  ];
}

type Rework = (events: StreamEvent[], ids: Ids) => readonly StreamEvent[];

const broken = (title: string, rework: Rework): Stream => ({
  title,
  broken: true,
  build: (ids) => rework(sound(ids), ids),
});
const legal = (title: string, rework: Rework): Stream => ({
  ...broken(title, rework),
  broken: false,
});

const without =
  (type: string): Rework =>
  (events) =>
    events.filter((event) => event['type'] !== type);

const twice =
  (type: string, times = 1): Rework =>
  (events) => {
    let left = times;
    return events.flatMap((event) => {
      if (event['type'] !== type || left === 0) return [event];
      left -= 1;
      return [event, event];
    });
  };

const change =
  (type: string, fields: (ids: Ids) => StreamEvent): Rework =>
  (events, ids) =>
    events.map((event) => (event['type'] === type ? { ...event, ...fields(ids) } : event));

const after =
  (type: string, more: (ids: Ids) => readonly StreamEvent[]): Rework =>
  (events, ids) =>
    events.flatMap((event) => (event['type'] === type ? [event, ...more(ids)] : [event]));

const isTool = ({ type }: StreamEvent): boolean => String(type).startsWith('TOOL_CALL');

/** A stream and its like, as notes on the verifier describe them: 21 broken ones and 4 that are only odd. */
export const streams: readonly Stream[] = [
  broken('no terminal', without('RUN_FINISHED')),
  broken('cut in the middle of a text', (events) => events.slice(0, 7)),
  broken('empty body', () => []),
  broken('tool result lost', without('TOOL_CALL_RESULT')),
  broken('tool result twice', twice('TOOL_CALL_RESULT')),
  broken(
    'result of a call that never was',
    after('TOOL_CALL_RESULT', () => [
      { type: 'TOOL_CALL_RESULT', toolCallId: 'ghost', messageId: 'result-2', content: 'rain' },
    ]),
  ),
  broken('one call run twice', (events) => [
    ...events.slice(0, 5),
    ...events.slice(1, 5),
    ...events.slice(5),
  ]),
  broken('piece of the text lost', (events) => events.toSpliced(7, 1)),
  broken('piece of the text doubled', (events) => events.toSpliced(7, 0, events[7] ?? {})),
  broken(
    'terminal names another run',
    change('RUN_FINISHED', () => ({ runId: 'run-of-nobody' })),
  ),
  broken(
    'terminal names another thread',
    change('RUN_FINISHED', () => ({ threadId: 'thread-of-nobody' })),
  ),
  broken(
    'tool arguments are no JSON',
    change('TOOL_CALL_ARGS', () => ({ delta: '{"text":"Bern' })),
  ),
  broken(
    "another user's message mixed in",
    after('TEXT_MESSAGE_END', ({ foreign }) => [
      { type: 'TEXT_MESSAGE_START', messageId: 'foreign', role: 'assistant' },
      { type: 'TEXT_MESSAGE_CONTENT', messageId: 'foreign', delta: foreign },
      { type: 'TEXT_MESSAGE_END', messageId: 'foreign' },
    ]),
  ),
  broken('no start', without('RUN_STARTED')),
  broken('two starts', twice('RUN_STARTED')),
  broken(
    'event after the terminal',
    after('RUN_FINISHED', () => [{ type: 'STEP_STARTED', stepName: 'late' }]),
  ),
  broken('two terminals', twice('RUN_FINISHED')),
  broken(
    'success after an error',
    after('TEXT_MESSAGE_END', () => [{ type: 'RUN_ERROR', message: 'broken' }]),
  ),
  broken(
    'event without a type',
    change('TOOL_CALL_RESULT', () => ({ type: undefined })),
  ),
  broken(
    'field of another type',
    change('TOOL_CALL_RESULT', () => ({ toolCallId: 7 })),
  ),
  broken(
    'result without its call',
    change('TOOL_CALL_RESULT', () => ({ toolCallId: undefined })),
  ),
  legal(
    'an event of an unknown type',
    after('RUN_STARTED', () => [{ type: 'PRESENCE_CHANGED', online: 2 }]),
  ),
  legal('no tool where none is needed', (events) => events.filter((event) => !isTool(event))),
  legal(
    'a custom event',
    after('TOOL_CALL_RESULT', () => [{ type: 'CUSTOM', name: 'usage', value: { tokens: 3 } }]),
  ),
  legal(
    'a step around nothing',
    after('RUN_STARTED', () => [
      { type: 'STEP_STARTED', stepName: 'plan' },
      { type: 'STEP_FINISHED', stepName: 'plan' },
    ]),
  ),
];

/** Broken in the frames around texts and calls: beside the 25 that the notes describe. */
export const envelopeStreams: readonly Stream[] = [
  broken('text that never began', without('TEXT_MESSAGE_START')),
  broken('call that never began', without('TOOL_CALL_START')),
  broken('terminal while a text is open', without('TEXT_MESSAGE_END')),
];
