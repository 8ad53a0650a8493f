import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { FrameSplitter } from './frame-splitter.ts';
import { live } from './live.ts';

export interface Edge {
  readonly url: string;
  close(): Promise<void>;
}

/** The public port in front of the app. Everything passes as it is; open sockets carry status notes besides. */
export async function openEdge(appUrl: string): Promise<Edge> {
  const { hostname, port } = new URL(appUrl);
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const app = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    for (const socket of [client, app]) {
      socket.setNoDelay();
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    }
    client.pipe(app);
    passAnswers(app, client);
    app.on('error', () => client.resetAndDestroy());
    client.on('error', () => app.resetAndDestroy());
    client.once('close', () => app.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const switched = 'HTTP/1.1 101';
const endOfHead = '\r\n\r\n';

/** Plain answers pass as bytes; after an upgrade they pass frame by frame, so that a note never lands inside one. */
function passAnswers(app: Socket, client: Socket): void {
  const splitter = new FrameSplitter();
  let head: Buffer | undefined = Buffer.alloc(0);
  let upgraded = false;
  app.on('data', (bytes) => {
    let rest: Buffer = bytes;
    if (head !== undefined) {
      head = Buffer.concat([head, bytes]);
      const end = head.indexOf(endOfHead);
      if (end < 0) return;
      upgraded = head.subarray(0, switched.length).toString('latin1') === switched;
      const split = upgraded ? end + endOfHead.length : head.length;
      client.write(head.subarray(0, split));
      rest = head.subarray(split);
      head = undefined;
    }
    if (upgraded) for (const frame of splitter.push(rest)) live.relay(frame, client);
    else client.write(rest);
    if (client.writableNeedDrain) app.pause();
  });
  client.on('drain', () => app.resume());
  app.on('end', () => client.end());
}
