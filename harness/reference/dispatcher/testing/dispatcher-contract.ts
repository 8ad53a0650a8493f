import { describe, expect, it } from 'vitest';
import { WebSocketBridgeAdapter } from '../bridge/web-socket-bridge-adapter.ts';
import type { RequestScopedToolDispatcher } from '../dispatch/request-scoped-tool-dispatcher.ts';
import type { AgentBridge } from '../parts.ts';
import type { UserExecutionContext } from '../user-execution-context.ts';
import { RequestScopedToolDispatcherFactory } from '../request-scoped-tool-dispatcher-factory.ts';
import { contextOf } from './context-of.ts';
import { RecordingSink } from './recording-sink.ts';
import { echo, fail, guarded, patient } from './sample-tools.ts';

/** One way to come by a dispatcher. */
export type DispatcherEntrance = (
  factory: RequestScopedToolDispatcherFactory,
  context: UserExecutionContext,
  bridge: AgentBridge,
) => Promise<RequestScopedToolDispatcher>;

/** What every implementation and every facade must do, whatever its name: creating alone proved nothing in the past. */
export function describeDispatcherContract(name: string, enter: DispatcherEntrance): void {
  describe(`dispatcher contract: ${name}`, () => {
    it('is created for one context and is active', async () => {
      const { dispatcher, context } = await open(enter);
      expect(dispatcher.context).toEqual(context);
      expect(dispatcher.isActive()).toBe(true);
      await dispatcher[Symbol.asyncDispose]();
    });

    it('is awaited: an entrance never gives a dispatcher that is half made', async () => {
      const factory = new RequestScopedToolDispatcherFactory({ tools: [echo] });
      const context = contextOf('ada');
      const bridge = new WebSocketBridgeAdapter(context, new RecordingSink(), { agentName: 'a' });
      const entered = enter(factory, context, bridge);
      expect(entered).toBeInstanceOf(Promise);
      await (await entered)[Symbol.asyncDispose]();
    });

    it('has its sink from the start, and tells by effect, not by a flag, whether it takes events', async () => {
      const { dispatcher } = await open(enter, () => Promise.reject(new Error('nobody there')));
      expect(dispatcher).not.toHaveProperty('setWebSocketBridge');
      const call = { tool: 'echo', callId: 'c1', parameters: { text: 'x' } };
      expect(await dispatcher.dispatch(call)).toEqual({
        status: 'completed',
        value: 'x',
        executionTimeMs: expect.any(Number) as unknown,
        undelivered: ['tool_executing', 'tool_completed'],
      });
      expect(dispatcher.metrics()).toMatchObject({ eventsDelivered: 0, eventsUndelivered: 2 });
      await dispatcher[Symbol.asyncDispose]();
    });

    it('gives one shape of result, whatever happens to the call', async () => {
      const { dispatcher } = await open(enter);
      const calls = [
        { tool: 'echo', callId: 'c1', parameters: { text: 'x' } },
        { tool: 'fail', callId: 'c2', parameters: { message: 'x' } },
        { tool: 'guarded', callId: 'c3', parameters: {} },
      ];
      const results = await Promise.all(calls.map((call) => dispatcher.dispatch(call)));
      const error = { code: expect.any(String) as unknown, message: expect.any(String) as unknown };
      const executionTimeMs = expect.any(Number) as unknown;
      expect(results).toEqual([
        { status: 'completed', value: 'x', executionTimeMs },
        { status: 'failed', error, executionTimeMs },
        { status: 'refused', error, executionTimeMs },
      ]);
      await dispatcher[Symbol.asyncDispose]();
    });

    it('refuses a context with a placeholder for a user', async () => {
      const factory = new RequestScopedToolDispatcherFactory({ tools: [] });
      const ids = { userId: 'default', threadId: 't', runId: 'r', requestId: 'q' };
      const bridge = new WebSocketBridgeAdapter(ids, new RecordingSink(), { agentName: 'helper' });
      await expect(async () => enter(factory, ids, bridge)).rejects.toMatchObject({
        code: 'CONTEXT_INVALID',
      });
    });

    it('lists and finds the tools of the factory and those registered later', async () => {
      const { dispatcher } = await open(enter);
      const late = { ...echo, name: 'late' };
      expect(dispatcher.hasTool('late')).toBe(false);
      dispatcher.registerTool(late);
      expect(dispatcher.hasTool('late')).toBe(true);
      expect(dispatcher.listTools()).toEqual(['echo', 'fail', 'patient', 'guarded', 'late']);
      const call = { tool: 'late', callId: 'c1', parameters: { text: 'hi' } };
      expect(await dispatcher.dispatch(call)).toMatchObject({ status: 'completed', value: 'hi' });
      expect(() => dispatcher.registerTool(late)).toThrow(
        expect.objectContaining({ code: 'TOOL_DUPLICATE' }),
      );
    });

    it('runs a tool between its two events', async () => {
      const { dispatcher, sink } = await open(enter);
      const call = { tool: 'echo', callId: 'c1', parameters: { text: 'hello' } };
      const result = await dispatcher.dispatch(call);
      expect(result).toMatchObject({ status: 'completed', value: 'hello' });
      expect(sink.drafts).toMatchObject([
        {
          type: 'tool_executing',
          user_id: 'ada',
          run_id: 'run-ada-1',
          thread_id: 'thread-ada',
          agent_name: 'helper',
          payload: { tool_name: 'echo', tool_call_id: 'c1', parameters: { text: 'hello' } },
        },
        {
          type: 'tool_completed',
          payload: { status: 'completed', tool_name: 'echo', tool_call_id: 'c1', result: 'hello' },
        },
      ]);
    });

    it('completes the announced execution of a tool that throws', async () => {
      const { dispatcher, sink } = await open(enter);
      const call = { tool: 'fail', callId: 'c1', parameters: { message: 'broken' } };
      expect(await dispatcher.dispatch(call)).toMatchObject({
        status: 'failed',
        error: { code: 'TOOL_FAILED', message: 'broken' },
      });
      expect(sink.story).toEqual(['tool_executing', 'tool_completed failed']);
    });

    it.each([
      ['TOOL_UNKNOWN', { tool: 'nonsense', callId: 'c1', parameters: {} }],
      ['TOOL_ARGUMENTS_INVALID', { tool: 'echo', callId: 'c1', parameters: { text: 7 } }],
      ['TOOL_FORBIDDEN', { tool: 'guarded', callId: 'c1', parameters: {} }],
      ['RUN_FOREIGN', { tool: 'echo', callId: 'c1', parameters: { text: 'x' }, runId: 'run-bob' }],
    ])('refuses with %s, tells it once and announces nothing', async (code, call) => {
      const { dispatcher, sink } = await open(enter);
      expect(await dispatcher.dispatch(call)).toMatchObject({ status: 'refused', error: { code } });
      expect(sink.drafts).toMatchObject([
        {
          type: 'progress_update',
          payload: { status: 'tool_refused', tool_name: call.tool, code },
        },
      ]);
    });

    it('counts what it did, and tells it after dispose too', async () => {
      const { dispatcher } = await open(enter);
      await dispatcher.dispatch({ tool: 'echo', callId: 'c1', parameters: { text: 'x' } });
      await dispatcher.dispatch({ tool: 'fail', callId: 'c2', parameters: { message: 'x' } });
      await dispatcher.dispatch({ tool: 'guarded', callId: 'c3', parameters: {} });
      await dispatcher[Symbol.asyncDispose]();
      expect(dispatcher.metrics()).toMatchObject({
        pending: 0,
        running: 0,
        completed: 1,
        failed: 1,
        refused: 1,
        permissionDenials: 1,
        eventsDelivered: 5,
        eventsUndelivered: 0,
      });
    });

    it('cancels what runs when it is disposed, and waits for it', async () => {
      const { dispatcher, sink } = await open(enter);
      const running = dispatcher.dispatch({ tool: 'patient', callId: 'c1', parameters: {} });
      await dispatcher[Symbol.asyncDispose]();
      expect(sink.story).toEqual(['tool_executing', 'tool_completed cancelled']);
      expect(dispatcher.metrics()).toMatchObject({ running: 0, cancelled: 1, abandoned: 0 });
      expect(await running).toMatchObject({
        status: 'cancelled',
        error: { code: 'TOOL_CANCELLED' },
      });
    });

    it('answers every use after dispose with a typed error; disposing again is harmless', async () => {
      const { dispatcher } = await open(enter);
      await dispatcher[Symbol.asyncDispose]();
      await dispatcher[Symbol.asyncDispose]();
      const closed = expect.objectContaining({ code: 'DISPATCHER_CLOSED' });
      expect(dispatcher.isActive()).toBe(false);
      const call = { tool: 'echo', callId: 'c1', parameters: { text: 'x' } };
      await expect(dispatcher.dispatch(call)).rejects.toEqual(closed);
      expect(() => dispatcher.registerTool(echo)).toThrow(closed);
      expect(() => dispatcher.hasTool('echo')).toThrow(closed);
      expect(() => dispatcher.listTools()).toThrow(closed);
    });
  });
}

async function open(
  enter: DispatcherEntrance,
  answer?: ConstructorParameters<typeof RecordingSink>[0],
) {
  const sink = new RecordingSink(answer);
  const context = contextOf('ada');
  const factory = new RequestScopedToolDispatcherFactory({
    tools: [echo, fail, patient, guarded],
    permissionsOf: ({ userId }) => (userId === 'root' ? ['vault:open'] : []),
  });
  const bridge = new WebSocketBridgeAdapter(context, sink, { agentName: 'helper' });
  return { sink, context, dispatcher: await enter(factory, context, bridge) };
}
