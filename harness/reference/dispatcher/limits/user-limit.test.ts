import { expect, it } from 'vitest';
import { WebSocketBridgeAdapter } from '../bridge/web-socket-bridge-adapter.ts';
import { RequestScopedToolDispatcherFactory } from '../request-scoped-tool-dispatcher-factory.ts';
import { contextOf } from '../testing/context-of.ts';
import { GatedTool } from '../testing/gated-tool.ts';
import { RecordingSink } from '../testing/recording-sink.ts';
import type { DispatcherLimits } from './dispatcher-limits.ts';

function openFactory(limits: Partial<DispatcherLimits>, ...tools: GatedTool[]) {
  const factory = new RequestScopedToolDispatcherFactory({
    tools: tools.map(({ tool }) => tool),
    limits,
  });
  const sink = new RecordingSink();
  return {
    sink,
    open: (user: string, run = '1') => {
      const context = contextOf(user, run);
      const bridge = new WebSocketBridgeAdapter(context, sink, { agentName: 'helper' });
      return factory.create(context, bridge);
    },
  };
}

const gatedCall = (callId: string, tool = 'gated') => ({ tool, callId, parameters: {} });

it('makes a user wait beyond the limit, over all of the dispatchers, and nobody else', async () => {
  const gate = new GatedTool();
  const { open, sink } = openFactory({ maxConcurrentPerUser: 1 }, gate);
  const [ada1, ada2, bob] = await Promise.all([open('ada'), open('ada', '2'), open('bob')]);
  const first = ada1.dispatch(gatedCall('ada-1'));
  const second = ada2.dispatch(gatedCall('ada-2'));
  const other = bob.dispatch(gatedCall('bob-1'));
  expect(gate.started).toEqual(['ada-1', 'bob-1']);
  expect(sink.story).toEqual(['tool_executing', 'tool_executing']);
  gate.release('ada-1');
  await first;
  await gate.whenStarted('ada-2');
  gate.release('ada-2');
  gate.release('bob-1');
  expect([await second, await other]).toMatchObject([{ value: 'ada-2' }, { value: 'bob-1' }]);
});

it('limits a class of tools by itself', async () => {
  const browser = new GatedTool({ name: 'browse', concurrencyClass: 'browser' });
  const gate = new GatedTool();
  const { open } = openFactory({ concurrencyClasses: { browser: 1 } }, browser, gate);
  const dispatcher = await open('ada');
  const first = dispatcher.dispatch(gatedCall('b1', 'browse'));
  const second = dispatcher.dispatch(gatedCall('b2', 'browse'));
  const free = dispatcher.dispatch(gatedCall('g1'));
  expect(browser.started).toEqual(['b1']);
  gate.release('g1');
  await free;
  expect(browser.started).toEqual(['b1']);
  browser.release('b1');
  await first;
  browser.release('b2');
  expect(await second).toMatchObject({ value: 'b2' });
});

it('refuses when the queue is full', async () => {
  const gate = new GatedTool();
  const { open } = openFactory({ maxConcurrentPerUser: 1, maxWaitingPerUser: 0 }, gate);
  const dispatcher = await open('ada');
  const first = dispatcher.dispatch(gatedCall('c1'));
  expect(await dispatcher.dispatch(gatedCall('c2'))).toMatchObject({
    status: 'refused',
    error: { code: 'TOOL_BUSY' },
  });
  gate.release('c1');
  await first;
});

it('refuses when no place came free in time, and leaves the queue', async () => {
  const gate = new GatedTool();
  const { open } = openFactory({ maxConcurrentPerUser: 1, maxWaitMs: 1 }, gate);
  const dispatcher = await open('ada');
  const first = dispatcher.dispatch(gatedCall('c1'));
  expect(await dispatcher.dispatch(gatedCall('c2'))).toMatchObject({
    error: { code: 'TOOL_BUSY' },
  });
  gate.release('c1');
  await first;
  gate.release('c3');
  expect(await dispatcher.dispatch(gatedCall('c3'))).toMatchObject({ status: 'completed' });
  expect(gate.started).toEqual(['c1', 'c3']);
});

it('cancels a waiting call without announcing it, by its signal and by dispose', async () => {
  const gate = new GatedTool();
  const caller = new AbortController();
  const { open, sink } = openFactory({ maxConcurrentPerUser: 1, abortGraceMs: 1 }, gate);
  const dispatcher = await open('ada');
  const running = dispatcher.dispatch(gatedCall('c1'));
  const aborted = dispatcher.dispatch({ ...gatedCall('c2'), signal: caller.signal });
  const disposed = dispatcher.dispatch(gatedCall('c3'));
  caller.abort();
  expect(await aborted).toMatchObject({ status: 'cancelled', executionTimeMs: 0 });
  await dispatcher[Symbol.asyncDispose]();
  expect([await running, await disposed]).toMatchObject([
    { status: 'cancelled' },
    { status: 'cancelled', executionTimeMs: 0 },
  ]);
  expect(sink.story).toEqual(['tool_executing', 'tool_completed cancelled']);
  expect(gate.started).toEqual(['c1']);
});

it('frees the place of a tool that was given up', async () => {
  const gate = new GatedTool({ timeoutMs: 1 });
  const { open } = openFactory({ maxConcurrentPerUser: 1, abortGraceMs: 1 }, gate);
  const first = await open('ada');
  await first.dispatch(gatedCall('c1'));
  const second = await open('ada', '2');
  const waiting = second.dispatch(gatedCall('c2'));
  expect(gate.started).toEqual(['c1']);
  await first[Symbol.asyncDispose]();
  expect(await waiting).toMatchObject({ status: 'timed_out' });
  expect(gate.started).toEqual(['c1', 'c2']);
});
