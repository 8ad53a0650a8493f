import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { defaultLimits } from '../platform-limits.ts';
import type { PlatformOptions } from '../platform-options.ts';
import { startPlatform, type RunningPlatform } from '../start-platform.ts';
import { connectUser } from '../testing/chat-client.ts';
import { Connection } from './connection.ts';

let platform: RunningPlatform | undefined;

async function start(options: PlatformOptions): Promise<RunningPlatform> {
  platform = await startPlatform({ demoUsers: true, ...options });
  return platform;
}

afterEach(() => platform?.stop());

it('ends a connection that does not answer a ping, without waiting for it to say goodbye', async () => {
  const client = await connectUser(await start({ limits: { heartbeatMs: 20, pongMs: 500 } }));
  // A peer that is gone without a word: it neither reads nor answers.
  client.socket.pong = () => {};
  await expect(client.closed).resolves.toMatchObject({ code: 1006 });
});

it('keeps a silent connection that answers pings', async () => {
  const client = await connectUser(await start({ limits: { heartbeatMs: 10, pongMs: 10_000 } }));
  for (let pings = 0; pings < 5; pings += 1) await once(client.socket, 'ping');
  client.send({ type: 'ping' });
  await expect(client.nextOfType('pong')).resolves.toEqual({ type: 'pong' });
  client.socket.close();
});

// Both connections are judged by time: a machine that stands still for a second makes the swift reader slow, too.
it(
  'ends a slow reader with 1013 within bounded memory; another connection of the user gets everything',
  { retry: 2 },
  async () => {
    const limits = { maxBufferedBytes: 64 * 1024, overflowMs: 500, stallMs: 1_000 };
    const running = await start({ limits });
    const slow = await connectUser(running);
    const swift = await connectUser(running);
    slow.socket.pause();
    const asked = await swift.ask('long 10000 ; long 10000 ; large 250000');
    const terminal = await swift.end(asked['run_id']);
    expect(terminal.type).toBe('agent_completed');
    slow.socket.resume();
    await expect(slow.closed).resolves.toMatchObject({ code: expect.toBeOneOf([1006, 1013]) });
    const numbers = swift.eventsOf(asked['run_id']).map((event) => event['seq']);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(slow.eventsOf(asked['run_id']).length).toBeLessThan(numbers.length);
  },
);

const megabyte = 'x'.repeat(1_000_000);
const limits = { ...defaultLimits, maxBufferedBytes: 4_000_000, stallMs: 60_000 };

/** Both ends of one real socket; the client does not read. */
async function openPausedPair(overflowMs: number, messages: number) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new WebSocket(`ws://127.0.0.1:${port}`);
  const [socket, { socket: stream }] = (await once(server, 'connection')) as [
    WebSocket,
    IncomingMessage,
  ];
  await once(client, 'open');
  client.pause();
  const identity = { userId: 'anna', sessionId: 's' };
  const connection = new Connection(socket, stream, identity, { ...limits, overflowMs });
  const sent = Array.from({ length: messages }, () => connection.send([megabyte]));
  return { server, client, connection, sent };
}

it('knows which live events of other processes come late: what a replay held, and what is older than itself', async () => {
  const before = Date.now() - 1;
  const { server, client, connection } = await openPausedPair(60_000, 0);
  const after = Date.now() + 1;
  const isLate = (seq: number, publishedAt?: number) =>
    connection.isLate({ runId: 'r', seq }, publishedAt);
  expect([isLate(1), isLate(1, before), isLate(1, after)]).toEqual([false, true, false]);
  expect(connection.isLate(undefined, before)).toBe(false);
  connection.noteReplay({ runId: 'r', seq: 5 });
  expect([isLate(4), isLate(5, after), isLate(6, before), isLate(7)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  client.terminate();
  server.close();
});

describe('a reader that pauses while sixteen megabytes arrive', () => {
  it('gets the time to catch up, and then everything', async () => {
    const { server, client, sent } = await openPausedPair(60_000, 16);
    client.resume();
    await expect(Promise.all(sent)).resolves.toEqual(sent.map(() => true));
    client.terminate();
    server.close();
  });

  it('is let go when the moment is over, and whoever sent is told at once', async () => {
    const { server, client, sent } = await openPausedPair(-1, 16);
    await expect(Promise.all(sent)).resolves.toContain(false);
    client.resume();
    await expect(once(client, 'close')).resolves.toMatchObject({ 0: 1013 });
    server.close();
  });
});
