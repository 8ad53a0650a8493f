import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
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

test('a line that was heard of since the last beat is not asked, and one that fell silent is', async () => {
  const { heartbeat, seen } = await watch();
  heartbeat.hear();
  heartbeat.beat();
  expect(seen).toEqual([]);
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
