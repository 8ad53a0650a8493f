import { expect, it } from 'vitest';
import { WebSocketBridgeAdapter } from './bridge/web-socket-bridge-adapter.ts';
import { RequestScopedToolDispatcher } from './dispatch/request-scoped-tool-dispatcher.ts';
import { RequestScopedToolDispatcherFactory } from './request-scoped-tool-dispatcher-factory.ts';
import { contextOf } from './testing/context-of.ts';
import { RecordingSink } from './testing/recording-sink.ts';
import { echo, guarded } from './testing/sample-tools.ts';

const context = contextOf('ada');
const bridge = new WebSocketBridgeAdapter(context, new RecordingSink(), { agentName: 'helper' });
const guardedCall = { tool: 'guarded', callId: 'c1', parameters: {} };

it('is the only way to a dispatcher', () => {
  expect(() => Reflect.construct(RequestScopedToolDispatcher, [Symbol('forged'), {}, {}])).toThrow(
    expect.objectContaining({ code: 'DISPATCHER_CONSTRUCTION' }),
  );
});

it.each([
  ['at once', () => ['vault:open']],
  ['later', () => Promise.resolve(new Set(['vault:open']))],
])('reads the permissions %s', async (_when, permissionsOf) => {
  const factory = new RequestScopedToolDispatcherFactory({ tools: [guarded], permissionsOf });
  const dispatcher = await factory.create(context, bridge);
  expect(await dispatcher.dispatch(guardedCall)).toMatchObject({ value: 'opened' });
});

it('grants nothing when nobody says who may', async () => {
  const factory = new RequestScopedToolDispatcherFactory({ tools: [guarded] });
  const dispatcher = await factory.create(context, bridge);
  expect(await dispatcher.dispatch(guardedCall)).toMatchObject({
    error: { code: 'TOOL_FORBIDDEN' },
  });
});

it.each([
  [
    'throws',
    () => {
      throw new Error('down');
    },
  ],
  ['rejects', () => Promise.reject(new Error('down'))],
])('creates nothing when the permission lookup %s', async (_how, permissionsOf) => {
  const factory = new RequestScopedToolDispatcherFactory({ tools: [], permissionsOf });
  await expect(factory.create(context, bridge)).rejects.toMatchObject({
    code: 'PERMISSIONS_UNAVAILABLE',
    cause: { message: 'down' },
  });
});

it('gives a dispatcher tools of its own that no other one sees', async () => {
  const factory = new RequestScopedToolDispatcherFactory({ tools: [] });
  const first = await factory.create(context, bridge, { tools: [echo] });
  const second = await factory.create(context, bridge);
  expect([first.hasTool('echo'), second.hasTool('echo')]).toEqual([true, false]);
});

it('refuses limits that make no sense', () => {
  const limits = { maxConcurrentPerUser: 0 };
  expect(() => new RequestScopedToolDispatcherFactory({ tools: [], limits })).toThrow(
    expect.objectContaining({ code: 'LIMITS_INVALID' }),
  );
});
