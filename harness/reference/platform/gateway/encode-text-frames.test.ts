import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { encodeTextFrames } from './encode-text-frames.ts';

it('texts of every kind of length come out as they went in, in order', async () => {
  const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000];
  const texts = lengths.flatMap((length) => ['before 🌍', 'x'.repeat(length), 'after é']);
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (socket, { socket: stream }) => {
    stream.write(encodeTextFrames(texts));
    socket.close(1000);
  });
  await once(server, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const received: string[] = [];
  client.on('message', (data: Buffer) => received.push(data.toString()));
  await once(client, 'close');
  expect(received).toEqual(texts);
  server.close();
});
