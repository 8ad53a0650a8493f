import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Delivery } from '../parts.ts';
import { GatedTool } from '../testing/gated-tool.ts';
import { openDispatcher } from '../testing/open-dispatcher.ts';
import { RecordingSink } from '../testing/recording-sink.ts';
import { fail, patient } from '../testing/sample-tools.ts';
import { defineTool } from '../tool/define-tool.ts';

function returning(value: unknown, output: z.ZodType = z.unknown()) {
  return defineTool({
    name: 'returning',
    description: 'Returns what the test wants.',
    input: z.object({}),
    output,
    execute: () => value,
  });
}

const call = { tool: 'returning', callId: 'c1', parameters: {} };
const gatedCall = { tool: 'gated', callId: 'c1', parameters: {} };

it('ends a tool that outlasts its timeout, once, and aborts its signal with the reason', async () => {
  const reasons: unknown[] = [];
  const slow = defineTool({
    ...patient,
    name: 'slow',
    permissions: [],
    secretKeys: [],
    timeoutMs: 5,
    execute: (_input, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reasons.push(signal.reason);
          reject(signal.reason as Error);
        });
      }),
  });
  const { dispatcher, sink } = await openDispatcher({ tools: [slow] });
  const result = await dispatcher.dispatch({ tool: 'slow', callId: 'c1', parameters: {} });
  await dispatcher[Symbol.asyncDispose]();
  expect(result).toMatchObject({ status: 'timed_out', error: { code: 'TOOL_TIMED_OUT' } });
  expect(result.executionTimeMs).toBeGreaterThan(0);
  expect(sink.story).toEqual(['tool_executing', 'tool_completed timed_out']);
  expect(reasons).toMatchObject([{ code: 'TOOL_TIMED_OUT' }]);
});

it('gives an aborted signal to a tool that asks for it after its timeout', async () => {
  const asked = Promise.withResolvers<AbortSignal>();
  const late = defineTool({
    name: 'late',
    description: 'Asks for its signal when it is over.',
    input: z.object({}),
    output: z.unknown(),
    timeoutMs: 1,
    execute: async (_input, invocation) => {
      await over.promise;
      asked.resolve(invocation.signal);
    },
  });
  const over = Promise.withResolvers<void>();
  const { dispatcher } = await openDispatcher({ tools: [late] });
  await dispatcher.dispatch({ tool: 'late', callId: 'c1', parameters: {} });
  over.resolve();
  expect(await asked.promise).toMatchObject({ aborted: true, reason: { code: 'TOOL_TIMED_OUT' } });
});

it('sends no second completion when the tool returns after its timeout', async () => {
  const gate = new GatedTool({ timeoutMs: 1 });
  const { dispatcher, sink } = await openDispatcher({ tools: [gate.tool] });
  await dispatcher.dispatch(gatedCall);
  expect(dispatcher.metrics().running).toBe(1);
  gate.release('c1');
  await setImmediate();
  expect(dispatcher.metrics()).toMatchObject({ running: 0, timed_out: 1, completed: 0 });
  expect(sink.story).toEqual(['tool_executing', 'tool_completed timed_out']);
});

it('ends a running tool when the caller aborts', async () => {
  const caller = new AbortController();
  const { dispatcher, sink } = await openDispatcher({ tools: [patient] });
  const running = dispatcher.dispatch({
    tool: 'patient',
    callId: 'c1',
    parameters: {},
    signal: caller.signal,
  });
  caller.abort();
  expect(await running).toMatchObject({ status: 'cancelled' });
  expect(sink.story).toEqual(['tool_executing', 'tool_completed cancelled']);
});

it('announces nothing when the caller has aborted already', async () => {
  const { dispatcher, sink } = await openDispatcher({ tools: [patient] });
  const aborted = { tool: 'patient', callId: 'c1', parameters: {}, signal: AbortSignal.abort() };
  expect(await dispatcher.dispatch(aborted)).toMatchObject({ status: 'cancelled' });
  expect(sink.drafts).toEqual([]);
});

it('fails a result beyond the size limit, after all of it was announced', async () => {
  const { dispatcher, sink } = await openDispatcher({
    tools: [returning('x'.repeat(101))],
    limits: { maxResultSize: 100 },
  });
  const result = await dispatcher.dispatch(call);
  expect(result).toMatchObject({ status: 'failed', error: { code: 'TOOL_RESULT_TOO_LARGE' } });
  expect(sink.story).toEqual(['tool_executing', 'tool_completed failed']);
});

it('fails a result that does not match the output schema', async () => {
  const { dispatcher, sink } = await openDispatcher({ tools: [returning(7, z.string())] });
  const result = await dispatcher.dispatch(call);
  expect(result).toMatchObject({ status: 'failed', error: { code: 'TOOL_RESULT_INVALID' } });
  expect(sink.story).toEqual(['tool_executing', 'tool_completed failed']);
});

it('fails a tool whose result throws while it is read', async () => {
  const poisoned = {
    toJSON() {
      throw new Error('poisoned');
    },
  };
  const { dispatcher, sink } = await openDispatcher({ tools: [returning(poisoned)] });
  const result = await dispatcher.dispatch(call);
  expect(result).toMatchObject({ status: 'failed', error: { message: 'poisoned' } });
  expect(sink.story).toEqual(['tool_executing', 'tool_completed failed']);
});

it('masks the secrets of the arguments in the text of an error, and cuts it, in events alone', async () => {
  const { dispatcher, sink } = await openDispatcher({ tools: [fail] });
  const message = `sesame does not open ${'x'.repeat(2_000)}`;
  const parameters = { message, api_key: 'sesame' };
  const result = await dispatcher.dispatch({ tool: 'fail', callId: 'c1', parameters });
  expect(result).toMatchObject({ error: { message } });
  const [completed] = sink.payloads('tool_completed');
  expect(completed).toMatchObject({
    error: { message: expect.stringMatching(/^\[redacted\] does not open x+$/) },
  });
  expect(JSON.stringify(completed).length).toBeLessThan(1_200);
});

it('is not disposed before the last event of a cancelled call is confirmed', async () => {
  const confirmation = Promise.withResolvers<Delivery>();
  const sink = new RecordingSink(({ type }) =>
    type === 'tool_completed' ? confirmation.promise : undefined,
  );
  const { dispatcher } = await openDispatcher({ tools: [patient], sink });
  const order: string[] = [];
  const running = dispatcher.dispatch({ tool: 'patient', callId: 'c1', parameters: {} });
  const disposed = (async () => {
    await dispatcher[Symbol.asyncDispose]();
    order.push('disposed');
  })();
  await setImmediate();
  order.push('confirmed');
  confirmation.resolve({ seq: 2, connections: 1 });
  await disposed;
  expect(order).toEqual(['confirmed', 'disposed']);
  expect(await running).toMatchObject({ status: 'cancelled' });
});

it('pairs the events of parallel calls by their ids', async () => {
  const gate = new GatedTool();
  const { dispatcher, sink } = await openDispatcher({ tools: [gate.tool] });
  const first = dispatcher.dispatch(gatedCall);
  const second = dispatcher.dispatch({ ...gatedCall, callId: 'c2' });
  gate.release('c2');
  expect(await second).toMatchObject({ value: 'c2' });
  gate.release('c1');
  expect(await first).toMatchObject({ value: 'c1' });
  expect(sink.drafts.map(({ type, payload }) => [type, payload['tool_call_id']])).toEqual([
    ['tool_executing', 'c1'],
    ['tool_executing', 'c2'],
    ['tool_completed', 'c2'],
    ['tool_completed', 'c1'],
  ]);
});

it('gives up a tool that ignores its signal, and counts it', async () => {
  const gate = new GatedTool();
  const { dispatcher } = await openDispatcher({ tools: [gate.tool], limits: { abortGraceMs: 1 } });
  const running = dispatcher.dispatch(gatedCall);
  await dispatcher[Symbol.asyncDispose]();
  expect(await running).toMatchObject({ status: 'cancelled' });
  expect(dispatcher.metrics()).toMatchObject({ abandoned: 1, running: 0 });
});
