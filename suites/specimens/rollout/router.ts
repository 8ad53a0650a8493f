import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

/** One address for the outside, whoever answers behind it. */
export interface Router {
  readonly url: string;
  /** New connections go there; open ones stay where they are. */
  leadTo(url: string): void;
  close(): Promise<void>;
}

export async function openRouter(): Promise<Router> {
  let answering = new URL('http://127.0.0.1');
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const { hostname: host, port } = answering;
    const desk = connect({ host, port: Number(port), allowHalfOpen: true, noDelay: true });
    client.pipe(desk);
    desk.pipe(client);
    client.once('error', () => desk.resetAndDestroy());
    desk.once('error', () => client.resetAndDestroy());
    client.once('close', () => desk.destroy());
    desk.once('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo(url) {
      answering = new URL(url);
    },
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}
