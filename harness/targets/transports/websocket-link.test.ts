import { createServer, type Server, type Socket } from 'node:net';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import type { LinkEnding, LinkOpening } from './transport.ts';
import { openWebSocketLink } from './websocket-link.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A raw TCP server that upgrades every client and then does what the test wants with the socket. */
async function serve(act: (socket: Socket, key: string) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (head: Buffer) => {
      act(socket, /sec-websocket-key: (.*)\r\n/i.exec(head.toString())?.[1] ?? '');
    });
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** RFC 6455, section 4.2.2. */
function accept(socket: Socket, key: string): void {
  const digest = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`);
  socket.write(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      `Sec-WebSocket-Accept: ${digest.digest('base64')}\r\n\r\n`,
  );
}

async function watch(
  url: string,
  { upgradeMs = 60_000, pongMs = 60_000 } = {},
): Promise<{ opening: LinkOpening; ending: Promise<LinkEnding> }> {
  const { promise, resolve } = Promise.withResolvers<LinkEnding>();
  const { opening } = await openWebSocketLink(
    url,
    { protocols: [] },
    { frame: () => {}, closed: resolve },
    { upgradeMs, pongMs },
  );
  return { opening, ending: promise };
}

test('a FIN without a close frame is told as fin', async () => {
  const url = await serve((socket, key) => {
    accept(socket, key);
    socket.end();
  });
  const { ending } = await watch(url);
  expect(await ending).toEqual({ cause: 'fin' });
});

test('a FIN inside a frame is told as half-frame', async () => {
  const url = await serve((socket, key) => {
    accept(socket, key);
    socket.end(Buffer.from([0x81, 100, 0x61, 0x61]));
  });
  const { ending } = await watch(url);
  expect(await ending).toEqual({ cause: 'half-frame' });
});

test('a RST is told as rst', async () => {
  const url = await serve((socket, key) => {
    accept(socket, key);
    setImmediate(() => socket.resetAndDestroy());
  });
  const { ending } = await watch(url);
  expect(await ending).toEqual({ cause: 'rst' });
});

test('a peer that never answers a ping is told as silence', async () => {
  const url = await serve(accept);
  const { ending } = await watch(url, { pongMs: 30 });
  expect(await ending).toEqual({ cause: 'silence' });
});

test('a peer that answered in time is not silent because we were held up ourselves', async () => {
  const answers = new Int32Array(new SharedArrayBuffer(4));
  const peer = new Worker(new URL('fixtures/answering-peer.ts', import.meta.url), {
    workerData: answers,
  });
  onTestFinished(async () => void (await peer.terminate()));
  const [port] = (await once(peer, 'message')) as [number];
  const pongMs = 100;
  const seen: string[] = [];
  const again = Promise.withResolvers<void>();
  const { link } = await openWebSocketLink(
    `ws://127.0.0.1:${port}/`,
    { protocols: [] },
    {
      frame: () => {},
      beat(beat) {
        seen.push(beat);
        if (seen.length === 1) setImmediate(standStill);
        if (seen.length === 3) again.resolve();
      },
      closed: ({ cause }) => {
        seen.push(cause);
        again.resolve();
      },
    },
    { upgradeMs: 60_000, pongMs },
  );
  function standStill(): void {
    Atomics.wait(answers, 0, 0);
    // Until the next ping is due, too.
    Atomics.wait(answers, 0, 1, 2 * pongMs);
  }
  await again.promise;
  expect(seen).toEqual(['ping-sent', 'pong-received', 'ping-sent']);
  link?.drop();
});

test.each([200, 5_000])(
  '%i pings at once are answered, to the newest, and end nothing',
  async (pings) => {
    const url = await serve((socket, key) => {
      accept(socket, key);
      const ping = (place: number) => Buffer.from([0x89, 2, place >> 8, place & 0xff]);
      socket.write(Buffer.concat(Array.from({ length: pings }, (_, place) => ping(place + 1))));
      let last = Buffer.alloc(0);
      socket.on('data', (answers: Buffer) => {
        last = Buffer.concat([last, answers]).subarray(-8);
        const newest = last.readUInt16BE(6) ^ last.readUInt16BE(2);
        if (newest === pings) socket.write(Buffer.from([0x88, 2, 0x03, 0xe8]));
      });
    });
    const { ending } = await watch(url);
    expect(await ending).toEqual({ cause: 'close-frame', code: 1000, reason: '' });
  },
);

test('a close frame keeps its code and reason', async () => {
  const url = await serve((socket, key) => {
    accept(socket, key);
    socket.write(Buffer.concat([Buffer.from([0x88, 6, 0x03, 0xf3]), Buffer.from('oops')]));
    socket.end();
  });
  const { ending } = await watch(url);
  expect(await ending).toEqual({ cause: 'close-frame', code: 1011, reason: 'oops' });
});

test('a close frame without a code has none', async () => {
  const url = await serve((socket, key) => {
    accept(socket, key);
    socket.write(Buffer.from([0x88, 0]));
  });
  const { ending } = await watch(url);
  expect(await ending).toEqual({ cause: 'close-frame', reason: '' });
});

test('a close code that may not be sent is kept as it was on the wire', async () => {
  const url = await serve((socket, key) => {
    accept(socket, key);
    socket.write(Buffer.from([0x88, 2, 0x03, 0xed]));
  });
  const { ending } = await watch(url);
  expect(await ending).toMatchObject({ cause: 'protocol-error', code: 1005 });
});

test('bytes that break the protocol are told as protocol-error', async () => {
  const url = await serve((socket, key) => {
    accept(socket, key);
    socket.write(Buffer.from([0xf1, 1, 0x61]));
  });
  const { ending } = await watch(url);
  expect(await ending).toMatchObject({ cause: 'protocol-error' });
});

test('messages come as they were sent, in their order, however they are framed and cut', async () => {
  const bytes = Buffer.concat([
    Buffer.from([0x81, 3]),
    Buffer.from('one'),
    Buffer.from([0x81, 3]),
    Buffer.from('two'),
    Buffer.from([0x89, 0]),
    Buffer.from([0x01, 2]),
    Buffer.from('th'),
    Buffer.from([0x80, 3]),
    Buffer.from('ree'),
    Buffer.from([0x82, 2, 0xff, 0x00]),
    Buffer.from([0x81, 3, 0xef, 0xbf, 0xbd]),
    Buffer.from([0x81, 4]),
    Buffer.from('last'),
    Buffer.from([0x88, 2, 0x03, 0xe8]),
  ]);
  for (let cut = 1; cut < bytes.length; cut += 3) {
    const url = await serve((socket, key) => {
      accept(socket, key);
      socket.setNoDelay();
      socket.write(bytes.subarray(0, cut), () => socket.write(bytes.subarray(cut)));
    });
    const seen: (string | Buffer)[] = [];
    const beats: string[] = [];
    const ending = Promise.withResolvers<LinkEnding>();
    await openWebSocketLink(
      url,
      { protocols: [] },
      {
        frame: (content) => void seen.push(content),
        beat: (beat) => void beats.push(beat),
        closed: ending.resolve,
      },
      { upgradeMs: 60_000, pongMs: 60_000 },
    );
    expect(await ending.promise).toEqual({ cause: 'close-frame', code: 1000, reason: '' });
    expect(seen).toEqual(['one', 'two', 'three', Buffer.from([0xff, 0x00]), '\uFFFD', 'last']);
    expect(beats).toEqual(['ping-received']);
  }
});

test('text that is no UTF-8 breaks the protocol', async () => {
  const url = await serve((socket, key) => {
    accept(socket, key);
    socket.write(Buffer.from([0x81, 2, 0xff, 0xfe]));
  });
  const { ending } = await watch(url);
  expect(await ending).toMatchObject({ cause: 'protocol-error', detail: 'WS_ERR_INVALID_UTF8' });
});

test('a refused upgrade keeps its status', async () => {
  const url = await serve((socket) => {
    socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n');
  });
  const { opening } = await watch(url);
  expect(opening).toMatchObject({ outcome: 'refused', status: 401 });
});

test('an upgrade that is never answered is told as stalled', async () => {
  const url = await serve(() => {});
  const { opening } = await watch(url, { upgradeMs: 300 });
  expect(opening.outcome).toBe('stalled');
});

test('a port where nobody listens is told as unreachable', async () => {
  const { opening } = await watch('ws://127.0.0.1:9/');
  expect(opening).toMatchObject({ outcome: 'unreachable', detail: 'ECONNREFUSED' });
});
