import { once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Heartbeat } from './heartbeat.ts';

/** A heartbeat whose own clock never strikes, and what it tells. */
async function watch(): Promise<{ heartbeat: Heartbeat; seen: string[] }> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as { port: number }).port}`);
  await once(socket, 'open');
  const seen: string[] = [];
  const heartbeat = new Heartbeat(
    socket,
    600_000,
    { frame() {}, closed() {}, beat: (beat) => seen.push(beat) },
    () => seen.push('silence'),
  );
  onTestFinished(() => {
    heartbeat.stop();
    socket.terminate();
    server.close();
  });
  return { heartbeat, seen };
}

test('a peer that has answered is not asked again while it talks, and is once it falls silent', async () => {
  const { heartbeat, seen } = await watch();
  heartbeat.beat();
  await vi.waitFor(() => expect(seen).toEqual(['ping-sent', 'pong-received']), 60_000);
  heartbeat.hear();
  heartbeat.beat();
  expect(seen).toHaveLength(2);
  heartbeat.beat();
  expect(seen).toHaveLength(3);
});

test('a peer that talks all the time is asked now and then', async () => {
  const { heartbeat, seen } = await watch();
  heartbeat.beat();
  await vi.waitFor(() => expect(seen).toEqual(['ping-sent', 'pong-received']), 60_000);
  for (let beat = 0; beat < 4; beat += 1) {
    heartbeat.hear();
    heartbeat.beat();
  }
  expect(seen.slice(2)).toEqual(['ping-sent']);
});

test('a peer that has never answered is asked, however much it talks', async () => {
  const { heartbeat, seen } = await watch();
  heartbeat.hear();
  heartbeat.beat();
  expect(seen).toEqual(['ping-sent']);
});

test('other words are no answer to a ping', async () => {
  const { heartbeat, seen } = await watch();
  heartbeat.beat();
  heartbeat.hear();
  heartbeat.judge();
  expect(seen).toEqual(['ping-sent', 'silence']);
});
