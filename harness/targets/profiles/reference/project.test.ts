import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConnectionFrameSchema } from '../../../contract/wire-connection.ts';
import { WireEventSchema } from '../../../contract/wire-event.ts';
import { isSound } from './is-sound.ts';
import { projectReference } from './project.ts';
import { readClock } from './read-clock.ts';

const envelope = {
  event_id: 'e1',
  seq: 1,
  run_id: 'r1',
  thread_id: 't1',
  user_id: 'u1',
  agent_name: 'assistant',
  timestamp: '2026-01-01T00:00:00.000Z',
};

const frames: Readonly<Record<string, unknown>>[] = [
  { type: 'agent_started', ...envelope, payload: { status: 's', message: 'm', context: {} } },
  { type: 'agent_thinking', ...envelope, payload: { status: 's', reasoning: 'r', step_number: 1 } },
  {
    type: 'tool_executing',
    ...envelope,
    payload: { status: 's', tool_name: 't', tool_call_id: 'c', parameters: {}, message: 'm' },
  },
  {
    type: 'tool_completed',
    ...envelope,
    payload: { status: 'completed', tool_name: 't', tool_call_id: 'c', execution_time_ms: 1 },
  },
  { type: 'message_delta', ...envelope, payload: { message_id: 'm', offset: 0, text: 'x' } },
  {
    type: 'agent_completed',
    ...envelope,
    payload: { status: 's', result: 'r', execution_time_ms: 1, fallbacks: 0 },
  },
];

const oddValue = fc.constantFrom<unknown>(
  undefined,
  null,
  '',
  'x',
  -1,
  0,
  1,
  1.5,
  1e300,
  true,
  [],
  {},
  '2026-02-30T00:00:00.000Z',
  '2026-01-01T25:00:00.000Z',
  '2026-01-01T00:00:00Z',
);

describe('what is taken for sound at a glance', () => {
  it.each(frames.map((frame) => [String(frame['type']), frame] as const))(
    'holds for %s',
    (kind, frame) => {
      expect(isSound(kind, frame, readClock(envelope.timestamp))).toBe(true);
    },
  );

  it('is always what the schema takes, too', () => {
    const places = ['event_id', 'seq', 'run_id', 'thread_id', 'user_id', 'agent_name', 'timestamp'];
    fc.assert(
      fc.property(
        fc.constantFrom(...frames),
        fc.nat(20),
        oddValue,
        fc.boolean(),
        (frame, nth, value, inPayload) => {
          const payload = frame['payload'] as Record<string, unknown>;
          const keys = inPayload
            ? [...Object.keys(payload), 'error']
            : [...places, 'replay', 'payload'];
          const key = keys[nth % keys.length] ?? '';
          const broken = inPayload
            ? { ...frame, payload: { ...payload, [key]: value } }
            : { ...frame, [key]: value };
          const clock = readClock(String(Reflect.get(broken, 'timestamp')));
          if (!isSound(String(frame['type']), broken, clock)) return;
          expect(WireEventSchema.safeParse(broken).success, `${key}: ${String(value)}`).toBe(true);
        },
      ),
    );
  });
});

it('an acceptance taken for sound at a glance is one that the schema takes, too', () => {
  const accepted = { type: 'message_accepted', idempotency_key: 'k', thread_id: 't', run_id: 'r' };
  expect(isSound('message_accepted', accepted, undefined)).toBe(true);
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(accepted).slice(1)), oddValue, (key, value) => {
      const broken = { ...accepted, [key]: value };
      const sound = isSound('message_accepted', broken, undefined);
      expect(ConnectionFrameSchema.safeParse(broken).success).toBe(sound);
    }),
  );
});

describe('the digest of an event', () => {
  const project = (frame: unknown) => projectReference().received(JSON.stringify(frame)).events[0];

  it('is the same for a replay, and another for anything else', () => {
    for (const frame of frames) {
      const said = project(frame)?.digest;
      expect(project({ ...frame, replay: true })?.digest).toBe(said);
      expect(project({ ...frame, seq: 2 })?.digest).not.toBe(said);
    }
  });
});
