import { expect, it } from 'vitest';
import type { EventDraft } from '../parts.ts';
import { openDispatcher } from '../testing/open-dispatcher.ts';
import { RecordingSink } from '../testing/recording-sink.ts';
import { echo } from '../testing/sample-tools.ts';

const call = { tool: 'echo', callId: 'c1', parameters: { text: 'x' } };

const refuse = () => Promise.reject(new Error('the socket is gone'));
const neverAnswer = () => new Promise<never>(() => undefined);

it.each([
  ['tool_executing', refuse],
  ['tool_completed', refuse],
  ['tool_executing', neverAnswer],
  ['tool_completed', neverAnswer],
] as const)(
  'completes the tool and tells the caller when %s is lost (%s)',
  async (kind, answer) => {
    const sink = new RecordingSink(({ type }) => (type === kind ? answer() : undefined));
    const { dispatcher } = await openDispatcher({ tools: [echo], sink, limits: { confirmMs: 5 } });
    const result = await dispatcher.dispatch(call);
    expect(result).toMatchObject({ status: 'completed', value: 'x', undelivered: [kind] });
    expect(sink.story).toEqual(['tool_executing', 'tool_completed completed']);
    expect(dispatcher.metrics()).toMatchObject({ eventsDelivered: 1, eventsUndelivered: 1 });
  },
);

it('survives a sink that throws instead of rejecting', async () => {
  const sink = new RecordingSink(() => {
    throw new Error('not even a promise');
  });
  const { dispatcher } = await openDispatcher({ tools: [echo], sink });
  expect(await dispatcher.dispatch(call)).toMatchObject({
    status: 'completed',
    undelivered: ['tool_executing', 'tool_completed'],
  });
});

it('tells a lost refusal too', async () => {
  const { dispatcher } = await openDispatcher({ tools: [], sink: new RecordingSink(refuse) });
  expect(await dispatcher.dispatch(call)).toMatchObject({
    status: 'refused',
    error: { code: 'TOOL_UNKNOWN' },
    undelivered: ['progress_update'],
  });
});

it('counts an event once when its confirmation comes after the deadline', async () => {
  const late = Promise.withResolvers<{ seq: number; connections: number }>();
  const answer = ({ type }: EventDraft) => (type === 'tool_completed' ? late.promise : undefined);
  const sink = new RecordingSink(answer);
  const { dispatcher } = await openDispatcher({ tools: [echo], sink, limits: { confirmMs: 1 } });
  await dispatcher.dispatch(call);
  late.resolve({ seq: 2, connections: 1 });
  await late.promise;
  expect(dispatcher.metrics()).toMatchObject({ eventsDelivered: 1, eventsUndelivered: 1 });
});

it('says nothing of delivery when everything was taken', async () => {
  const { dispatcher } = await openDispatcher({ tools: [echo] });
  expect(await dispatcher.dispatch(call)).not.toHaveProperty('undelivered');
});
