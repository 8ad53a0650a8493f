import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectFrame, type Fields } from './project-frame.ts';
import { projectReference } from './project.ts';
import { UsualFrame } from './usual-frame.ts';

const envelope = {
  event_id: 'e.1',
  seq: 1,
  run_id: 'r1',
  thread_id: 't1',
  user_id: 'u1',
  agent_name: 'assistant',
  timestamp: '2026-01-01T00:00:00.000Z',
};
const call = { tool_name: 'echo', tool_call_id: 'c1' };
const frames: readonly Fields[] = [
  { type: 'message_accepted', idempotency_key: 'k', thread_id: 't1', run_id: 'r1' },
  { type: 'agent_started', ...envelope, payload: { status: 's', message: 'm', context: {} } },
  { type: 'agent_thinking', ...envelope, payload: { status: 's', reasoning: 'r', step_number: 1 } },
  {
    type: 'tool_executing',
    ...envelope,
    payload: { status: 's', ...call, parameters: { text: 'load', deep: [1, 'x'] }, message: 'm' },
  },
  {
    type: 'tool_completed',
    ...envelope,
    payload: { status: 'completed', ...call, result: 'load', execution_time_ms: 1 },
  },
  { type: 'message_delta', ...envelope, payload: { message_id: 'm', offset: 0, text: 'x' } },
  {
    type: 'agent_completed',
    ...envelope,
    payload: { status: 's', result: 'r', execution_time_ms: 1, fallbacks: 0 },
  },
];
/** Frames that are sound, and say something in another place or type than those. */
const odd: readonly Fields[] = [
  { type: 'error', code: 'RATE_LIMITED', message: 'later', in_reply_to: 'k1' },
  { type: 'pong', in_reply_to: 'k1' },
  { type: 'pong', thread_id: 7, run_id: 5, seq: '12', payload: { offset: '12', text: 4 } },
  { type: 'error', code: 'C', message: 'm', run_id: 5, payload: { message_id: 3 } },
  {
    type: 'agent_started',
    ...envelope,
    in_reply_to: 'k1',
    payload: { status: 's', message: 'm', context: {}, offset: '12', tool_call_id: 9 },
  },
];
const texts = frames.map((frame) => JSON.stringify(frame));

/** As it is read by who has learned nothing. */
function parse(raw: string): unknown {
  try {
    return { events: [projectFrame(JSON.parse(raw) as Fields, raw)] };
  } catch {
    return 'no JSON';
  }
}

function read(raw: string): unknown {
  const seen = projectReference().received(raw);
  return seen.problems === undefined ? seen : 'no JSON';
}

/** Frames of all forms once, so that each of them is known from now on. */
function learnAll(): void {
  for (const raw of texts) read(raw);
}

/** A form that has learned this text. */
function formOf(raw: string): UsualFrame | undefined {
  const frame = JSON.parse(raw) as Fields;
  return UsualFrame.learn(raw, frame, projectFrame(frame, raw));
}

const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme-ascii' }),
  fc.constantFrom('', '"', '\\', '\n', 'ä', '😀', '2026-01-01T00:00:59.999Z', '0'.repeat(300)),
);
const oddNumber = fc.oneof(fc.nat(), fc.double(), fc.constantFrom(-1, 0, 1.5, 1e21, 2 ** 53));
const oddValue = fc.oneof(oddText, oddNumber, fc.boolean(), fc.constant(null), fc.constant({}));

/** A frame with another value at one place, or with one more or one less. */
const changedFrame = fc
  .tuple(fc.constantFrom(...frames), fc.nat(), oddValue, fc.boolean())
  .map(([frame, nth, value, inside]) => {
    const payload = frame['payload'] as Fields | undefined;
    const part = inside && payload !== undefined ? payload : frame;
    const keys = [...Object.keys(part), 'replay', 'code', 'added'];
    const changed = { ...part, [keys[nth % keys.length] ?? '']: value };
    return JSON.stringify(part === frame ? changed : { ...frame, payload: changed });
  });

describe('a frame like one before', () => {
  it('is read as it would be parsed, to the order of its fields', () => {
    learnAll();
    const always = () =>
      fc.assert(
        fc.property(changedFrame, (raw) => {
          expect(JSON.stringify(read(raw))).toBe(JSON.stringify(parse(raw)));
        }),
        { numRuns: 3_000 },
      );
    expect(always).not.toThrow();
  });

  it.each(odd.map((frame) => JSON.stringify(frame)))(
    'is read the second time as the first: %s',
    (raw) => {
      const first = JSON.stringify(parse(raw));
      expect(JSON.stringify(read(raw))).toBe(first);
      expect(JSON.stringify(read(raw))).toBe(first);
      const other = raw.replace('k1', 'k2');
      expect(JSON.stringify(read(other))).toBe(JSON.stringify(parse(other)));
    },
  );

  it('is no JSON any more, or is read as parsed, with one character changed', () => {
    learnAll();
    const place = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 0, max: 300 }));
    const always = () =>
      fc.assert(
        fc.property(place, ([raw, nth, code]) => {
          const at = nth % raw.length;
          const changed = `${raw.slice(0, at)}${String.fromCharCode(code)}${raw.slice(at + 1)}`;
          expect(JSON.stringify(read(changed))).toBe(JSON.stringify(parse(changed)));
        }),
        { numRuns: 5_000 },
      );
    expect(always).not.toThrow();
  });

  it.each(frames.map((frame, nth) => [String(frame['type']), nth] as const))(
    'is known again for %s, with other ids, numbers and words',
    (_kind, nth) => {
      const raw = texts[nth] ?? '';
      const other = raw
        .replaceAll(/"(e\.1|r1|t1|u1|c1|k)"/g, '"another-$1"')
        .replace('"seq":1', '"seq":42')
        .replace('00:00:00.000Z', '00:00:07.125Z');
      expect(formOf(raw)?.read(other)).toEqual(projectFrame(JSON.parse(other) as Fields, other));
    },
  );

  it.each([
    ['a number that JSON does not know', '"seq":1', '"seq":01'],
    ['a number below the first', '"seq":1', '"seq":0'],
    ['no id', '"event_id":"e.1"', '"event_id":""'],
    ['an escape', '"run_id":"r1"', '"run_id":"\\u0072"'],
    ['another status', '"status":"s"', '"status":"t"'],
    ['other arguments', '"text":"load"', '"text":"lord"'],
    ['a day that never was', '2026-01-01', '2026-02-31'],
  ])('is left to the parser where it has %s', (_what, part, other) => {
    const raw = texts[3] ?? '';
    expect(formOf(raw)?.read(raw)).toBeDefined();
    expect(raw).toContain(part);
    expect(formOf(raw)?.read(raw.replace(part, other))).toBeUndefined();
  });
});
