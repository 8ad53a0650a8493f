import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Night } from './plan-nights.ts';

/** The way to a platform, as it is on one night. */
export interface Road extends AsyncDisposable {
  readonly url: string;
}

/** So many bytes of an answer arrive before a road breaks: a run is under way by then. */
const breaksAfter = 3_000;

/** Leads to the platform at `url`: late, or until it breaks, or nowhere, as the night has it. */
export async function openRoad(url: string, { delayMs, broken, down }: Night): Promise<Road> {
  const sockets = new Set<Socket>();
  let breaks = broken;
  const server = createServer({ noDelay: true }, (client) => {
    const platform = connect({ port: Number(new URL(url).port), host: '127.0.0.1', noDelay: true });
    for (const socket of [client, platform]) sockets.add(socket.on('error', () => {}));
    let seen = 0;
    let line: Promise<unknown> = Promise.resolve();
    client.pipe(platform);
    platform.on('data', (bytes: Buffer) => {
      const due = performance.now() + delayMs;
      line = line.then(() => deliver(client, bytes, due));
      seen += bytes.length;
      if (!breaks || seen < breaksAfter) return;
      breaks = false;
      client.resetAndDestroy();
    });
    platform.once('close', () => void line.then(() => client.end()));
    client.once('close', () => platform.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  };
  if (down) await close();
  return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: close };
}

async function deliver(client: Socket, bytes: Buffer, due: number): Promise<void> {
  const wait = due - performance.now();
  if (wait > 0) await pause(wait);
  if (!client.destroyed) client.write(bytes);
}
