import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { hostOf } from '../../targets/transports/host-of.ts';

/** The line between a browser and everything else: a proxy on the loopback that can be cut and mended. */
export interface Line extends AsyncDisposable {
  /** Address of the proxy, for the browser's context. */
  readonly url: string;
  /** Breaks all connections, and all further ones for so many ms. */
  breakFor(ms: number): Promise<void>;
}

/**
 * A browser's own "offline" only holds back what open sockets say; nothing breaks. Behind this line they do break, with
 * TLS or without, whatever host the target is on.
 */
export async function openLine(): Promise<Line> {
  const sockets = new Set<Socket>();
  let whole = true;
  const watch = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    return socket.on('error', () => socket.destroy());
  };
  const server = createServer(forward);
  server.on('connection', (socket: Socket) => {
    watch(socket);
    if (!whole) socket.destroy();
  });
  server.on('connect', ({ url = '' }: IncomingMessage, client: Socket, head: Buffer) => {
    const place = new URL(`tcp://${url}`);
    const beyond = watch(connect(Number(place.port), hostOf(place)));
    beyond.once('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      beyond.write(head);
      beyond.pipe(client).pipe(beyond);
    });
    beyond.once('close', () => client.destroy());
    client.once('close', () => beyond.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const cut = (): void => {
    whole = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    async breakFor(ms) {
      cut();
      await pause(ms);
      whole = true;
    },
    async [Symbol.asyncDispose]() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A request without TLS comes with its whole address. */
function forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { url = '', method, headers } = incoming;
  if (!URL.canParse(url)) {
    outgoing.writeHead(400).end();
    return;
  }
  const onward = request(url, { method, headers, agent: false }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.once('close', () => onward.destroy());
  incoming.pipe(onward);
}
