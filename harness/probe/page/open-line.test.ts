import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { openLine } from './open-line.ts';

async function open() {
  const server = createServer((_, answer) => answer.end('beyond')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const line = await openLine();
  onTestFinished(async () => {
    await line[Symbol.asyncDispose]();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { line, place: `127.0.0.1:${port}` };
}

/** Asks through the line as a browser does; rejects where it is broken. */
async function ask(line: string, place: string): Promise<string> {
  const { hostname, port } = new URL(line);
  const asked = request({ hostname, port, path: `http://${place}/`, agent: false }).end();
  const [answer] = (await once(asked, 'response')) as [AsyncIterable<Buffer>];
  let text = '';
  for await (const chunk of answer) text += chunk.toString();
  return text;
}

async function tunnel(line: string, place: string) {
  const { hostname, port } = new URL(line);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  socket.write(`CONNECT ${place} HTTP/1.1\r\nHost: ${place}\r\n\r\n`);
  await once(socket, 'data');
  return socket;
}

test('requests and tunnels go through', async () => {
  const { line, place } = await open();
  await expect(ask(line.url, place)).resolves.toBe('beyond');
  const socket = await tunnel(line.url, place);
  socket.write(`GET / HTTP/1.1\r\nHost: ${place}\r\nConnection: close\r\n\r\n`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  expect(text).toMatch(/^HTTP\/1\.1 200 [^]*beyond/);
});

test('a break ends what is open and refuses what is new, and then it is mended', async () => {
  const { line, place } = await open();
  const socket = await tunnel(line.url, place);
  const gone = once(socket, 'close');
  const mended = line.breakFor(50);
  await expect(ask(line.url, place)).rejects.toThrow(/socket hang up|ECONNRESET/);
  await gone;
  await mended;
  await expect(ask(line.url, place)).resolves.toBe('beyond');
});

test('what is beyond and does not answer ends the request', async () => {
  const { line } = await open();
  await expect(ask(line.url, '127.0.0.1:1')).rejects.toThrow(/socket hang up|ECONNRESET/);
});
