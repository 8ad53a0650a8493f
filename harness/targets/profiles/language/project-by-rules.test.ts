import { expect, test } from 'vitest';
import type { ProfileConfigInput } from '../../../contract/profile-config.ts';
import type { Profile } from '../../profile.ts';
import { buildProfile } from './build-profile.ts';

type Frames = ProfileConfigInput['frames'];

const ends: Frames['rules'] = [
  { when: 'begun', say: 'agent_started' },
  { when: 'done', say: 'agent_completed' },
  { when: 'broke', say: 'agent_error' },
];

function speaking(frames: Partial<Frames>, intents: Partial<ProfileConfigInput['intents']> = {}) {
  return buildProfile('odd', {
    title: 'an odd protocol',
    transport: { over: 'websocket' },
    intents: { chat: { say: '$content', tag: '$key' }, ...intents },
    frames: { ...frames, rules: [...(frames.rules ?? []), ...ends] },
  });
}

/** What a projection makes of these messages, one after the other, once it was asked. */
function tell(profile: Profile, messages: readonly unknown[]) {
  const projection = profile.project();
  projection.sent?.(profile.intents.chat({ content: 'hi', key: 'k', thread: undefined }), 1);
  return messages.map((message) => projection.received(JSON.stringify(message)));
}

const kindsOf = (told: ReturnType<typeof tell>) =>
  told.map(({ events }) => events.map(({ kind }) => kind));

test('a message that holds a list is as many frames, and what stands around the list stays in reach', () => {
  const profile = speaking({
    each: 'ops',
    name: '0',
    fields: { run: '$whole.sid', seq: '$whole.from' },
    rules: [
      { when: '1', say: 'agent_started' },
      { when: '3', say: 'tool_executing', call: '1', tool: '2', input: '3' },
    ],
  });
  const [told] = tell(profile, [{ sid: 's', from: 4, ops: [[1], [3, 'c', 'echo', { a: 1 }]] }]);
  expect(told?.events).toMatchObject([
    { kind: 'message_accepted', run: 's' },
    { kind: 'agent_started', run: 's', seq: 4 },
    { kind: 'tool_executing', run: 's', call: 'c', tool: 'echo' },
  ]);
  expect(kindsOf(tell(profile, [{ sid: 's', greeting: 'no list' }]))).toEqual([['unknown']]);
  const [broken] = tell(profile, [{ sid: 's', ops: [7] }]);
  expect(broken?.problems).toMatchObject([{ rule: 'SCH-SHAPE', pointer: '/0' }]);
});

test('a message that is a list is taken apart, or read by its places, only where the profile says so', () => {
  const frames = [{ type: 'begun' }, { type: 'done' }];
  const started = ['message_accepted', 'agent_started'];
  expect(kindsOf(tell(speaking({ each: '$data' }), [frames]))).toEqual([
    [...started, 'agent_completed'],
  ]);
  expect(kindsOf(tell(speaking({ name: '$data.1' }), [[0, 'begun'], { type: 'x' }]))).toEqual([
    started,
    ['unknown'],
  ]);
  expect(tell(speaking({}), [frames])[0]?.problems).toMatchObject([{ rule: 'SCH-SHAPE' }]);
});

test('a message that its template makes a list is written soundly', () => {
  const { intents } = speaking({}, { chat: ['ask', { say: '$content', tag: '$key' }] });
  const sent = intents.chat({ content: 'hi', key: 'k', thread: undefined });
  expect(JSON.parse(sent)).toEqual(['ask', { say: 'hi', tag: 'k' }]);
  expect(intents.inspect?.(sent)).toBeUndefined();
  expect(intents.readSent?.(sent)).toEqual({ act: 'chat', key: 'k' });
});

test('a frame may be owed an answer, also one that says nothing', () => {
  const reply = { type: 'hello', with: '$plainTools' };
  const [told] = tell(speaking({ rules: [{ when: 'who', say: [], reply }] }), [{ type: 'who' }]);
  expect(told?.events).toEqual([]);
  const [sent = ''] = told?.replies ?? [];
  expect(JSON.parse(sent)).toMatchObject({ type: 'hello', with: [{ name: 'echo' }, {}, {}] });
  expect(sent).not.toContain('strict');
});

test('results of client tools are messages of their own where the next message has no place for them', () => {
  const clientTools = {
    calls: 'calls',
    call: 'id',
    tool: 'name',
    input: 'input',
    result: { type: 'result', id: '$call', output: '$output' },
    next: { type: 'go on' },
  };
  const projection = speaking({ clientTools }).project();
  projection.sent?.(JSON.stringify({ say: 'hi', tag: 'k' }), 1);
  projection.received('{"type":"begun"}');
  const calls = ['a', 'b'].map((id) => ({ id, name: 'echo', input: '{}' }));
  const { events, replies = [] } = projection.received(JSON.stringify({ type: 'done', calls }));
  expect(events.map(({ kind }) => kind)).toEqual(['progress_update']);
  expect(replies.map((each) => JSON.parse(each) as unknown)).toMatchObject([
    { type: 'result', id: 'a', output: '{}' },
    { type: 'result', id: 'b' },
    { type: 'go on' },
  ]);
  for (const [index, each] of replies.entries()) projection.sent?.(each, 10 + index);
  const next = projection.received('{"type":"done"}').events;
  expect(next.map(({ kind, call, derived_from: n }) => [kind, call, n])).toEqual([
    ['tool_completed', 'a', 10],
    ['tool_completed', 'b', 11],
    ['agent_completed', undefined, undefined],
  ]);
});

test('what completes a call that was refused counts for nothing', () => {
  const profile = speaking({
    fields: { call: 'id' },
    rules: [
      { when: 'refused', say: 'progress_update', refused: true },
      { when: 'result', say: 'tool_completed' },
    ],
  });
  const frames = [
    { type: 'begun' },
    { type: 'refused', id: 'a' },
    { type: 'result', id: 'a' },
    { type: 'result', id: 'b' },
  ];
  expect(kindsOf(tell(profile, frames)).slice(1).flat()).toEqual([
    'progress_update',
    'progress_update',
    'tool_completed',
  ]);
});

test('the frame that closes an answer behind its error is no second end, and behind a good end it is', () => {
  const closed = { when: 'closed', say: 'agent_completed', afterError: 'progress_update' } as const;
  const after = (end: string) =>
    kindsOf(
      tell(speaking({ rules: [closed] }), [{ type: 'begun' }, { type: end }, { type: 'closed' }]),
    );
  expect(after('broke').at(-1)).toEqual(['progress_update']);
  expect(after('done').at(-1)).toEqual(['agent_completed']);
});

test('an answer to a cancel belongs to the run that was to stop, also when the next one has begun', () => {
  const profile = speaking(
    { fields: { run: 'job' }, rules: [{ when: 'stopped', say: 'cancel_accepted' }] },
    { cancel: { stop: '$run' } },
  );
  const projection = profile.project();
  const chat = (key: string): string =>
    profile.intents.chat({ content: 'hi', key, thread: undefined });
  const runs = (message: object): (string | undefined)[] =>
    projection.received(JSON.stringify(message)).events.map(({ run }) => run);
  projection.sent?.(chat('a'), 1);
  runs({ type: 'begun', job: 'one' });
  projection.sent?.(profile.intents.cancel?.('one') ?? '', 2);
  runs({ type: 'done', job: 'one' });
  projection.sent?.(chat('b'), 3);
  runs({ type: 'begun', job: 'two' });
  expect(runs({ type: 'stopped' })).toEqual(['one']);
});

test('a place of a reply that nothing fills is refused', () => {
  const rules: Frames['rules'] = [{ when: 'who', say: [], reply: { with: '$tolls' } }];
  expect(() => speaking({ rules })).toThrow(/frames\.rules\.0\.reply: .*did you mean "\$tools"/);
});

test.each([
  [{ is: {}, else: 'failed' }, undefined, 'completed'],
  [{ is: {}, else: 'failed' }, false, 'completed'],
  [{ is: {}, else: 'failed' }, 'it broke', 'failed'],
  [{ is: { true: 'failed' } }, false, 'completed'],
  [{ is: { true: 'completed' }, else: 'failed' }, true, 'completed'],
  [{ is: { true: 'completed' }, else: 'failed' }, false, 'failed'],
  [{ is: { false: 'failed' } }, false, 'failed'],
  [{ is: { false: 'failed' } }, true, 'completed'],
] as const)('an outcome of %j says of %j that it is %s', (rule, said, outcome) => {
  const profile = speaking({
    rules: [{ when: 'used', say: 'tool_completed', outcome: { path: 'ok', ...rule } }],
  });
  const [, told] = tell(profile, [{ type: 'begun' }, { type: 'used', ok: said }]);
  expect(told?.events).toMatchObject([{ kind: 'tool_completed', outcome }]);
});
