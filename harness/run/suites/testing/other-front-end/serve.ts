import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';

/** A front end that looks and talks nothing like the reference page, before the same back end. */
export async function serveOtherFrontEnd(
  backEnd: string,
): Promise<{ readonly url: string } & AsyncDisposable> {
  const page = readFileSync(join(import.meta.dirname, 'index.html'));
  const { hostname, port } = new URL(backEnd);
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    if (incoming.url === '/') {
      outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    const { url, method, headers } = incoming;
    const onward = request(
      { hostname, port, path: url, method, headers, agent: false },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.on('upgrade', (incoming: IncomingMessage, client: Socket, head: Buffer) => {
    const beyond = connect(Number(port), hostname, () => {
      const { rawHeaders: raw } = incoming;
      const headers = raw.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${raw[at + 1]}`] : []));
      beyond.write([`GET ${incoming.url} HTTP/1.1`, ...headers, '', ''].join('\r\n'));
      beyond.write(head);
      beyond.pipe(client).pipe(beyond);
    });
    for (const socket of [client, beyond]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    client.once('close', () => beyond.destroy());
    beyond.once('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
