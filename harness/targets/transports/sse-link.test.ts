import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { openSseLink } from './open-sse-link.ts';
import type { LinkEnding, LinkOpening } from './transport.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A raw TCP server that does what the test wants once a whole request has come. */
async function serve(act: (socket: Socket) => void, host = '127.0.0.1'): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    let seen = '';
    socket.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      if (!seen.endsWith('"hi"')) return;
      seen = '';
      act(socket);
    });
  });
  servers.push(server);
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/chat`;
}

const head =
  'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n';
const piece = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

interface Watched {
  readonly opening: LinkOpening | undefined;
  readonly ending: LinkEnding | undefined;
  readonly frames: readonly string[];
}

async function ask(
  url: string,
  act?: (leave: () => void) => void,
  { upgradeMs = 60_000, silenceMs = 60_000 } = {},
): Promise<Watched> {
  let opening: LinkOpening | undefined;
  let ending: LinkEnding | undefined;
  const frames: string[] = [];
  const opened = await openSseLink(
    url,
    { endMark: '[DONE]' },
    {
      frame(bytes) {
        frames.push(bytes.toString());
        act?.(() => opened.link?.drop());
      },
      closed: () => {},
      streamOpened: (stream) => (opening = stream),
      streamEnded: (ended) => (ending = ended),
    },
    { upgradeMs, pongMs: 60_000, silenceMs },
  );
  await opened.link?.send('"hi"');
  await opened.link?.idle?.();
  return { opening: opened.link === undefined ? opened.opening : opening, ending, frames };
}

test('a stream that ends after its mark is told as stream-end', async () => {
  const url = await serve((socket) => {
    socket.end(`${head}${piece('data: {}\n\n')}${piece('data: [DONE]\n\n')}0\r\n\r\n`);
  });
  expect(await ask(url)).toEqual({
    opening: { outcome: 'accepted' },
    ending: { cause: 'stream-end' },
    frames: ['{}'],
  });
});

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((address) => address?.address === '::1');

test.skipIf(!hasIpv6)('an address of IPv6 is reached', async () => {
  const url = await serve((socket) => {
    socket.end(`${head}${piece('data: [DONE]\n\n')}0\r\n\r\n`);
  }, '::1');
  expect((await ask(url)).ending).toEqual({ cause: 'stream-end' });
});

test('a stream that ends without its mark says so', async () => {
  const url = await serve((socket) => socket.end(`${head}0\r\n\r\n`));
  const { ending } = await ask(url);
  expect(ending).toEqual({ cause: 'stream-end', detail: 'ended without [DONE]' });
});

test('a FIN before the end of the body is told as fin', async () => {
  const url = await serve((socket) => socket.end(head + piece('data: {}\n\n')));
  expect((await ask(url)).ending).toEqual({ cause: 'fin' });
});

test('a FIN inside an event is told as half-frame', async () => {
  const url = await serve((socket) => socket.end(head + piece('data: {"a":')));
  expect((await ask(url)).ending).toEqual({ cause: 'half-frame' });
});

test('a RST is told as rst', async () => {
  const url = await serve((socket) => {
    socket.write(head + piece('data: {}\n\n'));
    socket.on('data', () => {});
    setImmediate(() => socket.resetAndDestroy());
  });
  expect((await ask(url)).ending).toEqual({ cause: 'rst' });
});

test('bytes that break the framing are told as protocol-error', async () => {
  const url = await serve((socket) => socket.write(`${head}no length\r\n`));
  expect((await ask(url)).ending).toMatchObject({ cause: 'protocol-error' });
});

test('a stream that falls silent is told as silence', async () => {
  const url = await serve((socket) => socket.write(head + piece('data: {}\n\n')));
  expect((await ask(url, undefined, { silenceMs: 150 })).ending).toEqual({ cause: 'silence' });
});

test('a stream that we leave is told as probe', async () => {
  const url = await serve((socket) => socket.write(head + piece('data: {}\n\n')));
  expect((await ask(url, (leave) => leave())).ending).toEqual({ cause: 'probe' });
});

test('an answer that is no stream is a refusal', async () => {
  const url = await serve((socket) => {
    socket.end('HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy');
  });
  expect((await ask(url)).opening).toEqual({ outcome: 'refused', status: 503, detail: 'busy' });
});

test('a request that nobody answers is told as stalled', async () => {
  const url = await serve(() => {});
  const { opening } = await ask(url, undefined, { upgradeMs: 300 });
  expect(opening).toEqual({ outcome: 'stalled' });
});

test('a port where nobody listens is told as unreachable', async () => {
  const { opening } = await ask('http://127.0.0.1:9/chat');
  expect(opening).toMatchObject({ outcome: 'unreachable', detail: 'ECONNREFUSED' });
});
