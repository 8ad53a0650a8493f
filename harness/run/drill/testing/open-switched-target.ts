import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedTarget } from '../../../targets/embedded.ts';
import type { Target } from '../../../targets/target.ts';

type Options = NonNullable<Parameters<typeof openEmbeddedTarget>[0]>;

/** What answers behind one address, and how one gives way to the other. */
export interface SwitchedTarget extends Target {
  /** Listens on the loopback: any request to `/revert` or `/apply` switches. */
  readonly switchUrl: string;
}

export interface Sides {
  readonly current: Options;
  readonly previous: Options;
  /** `kindly`: the former finishes its runs and says goodbye; `brutally`: its connections are reset and nothing is shared. */
  readonly how: 'kindly' | 'brutally';
}

/** Two reference platforms behind a router. Disposing it ends them all. */
export async function openSwitchedTarget({
  current,
  previous,
  how,
}: Sides): Promise<SwitchedTarget> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-switch-'));
  const sockets = new Set<Socket>();
  let starts = 0;
  const start = (options: Options): Promise<Target> => {
    starts += 1;
    const shared = { database: join(folder, 'shared.sqlite'), instance: `side-${starts}` };
    return openEmbeddedTarget({ ...options, ...(how === 'kindly' ? shared : {}) });
  };
  let answering = await start(current);
  const router = createServer({ noDelay: true }, (client) => {
    const side = connect({ port: Number(new URL(answering.url).port), noDelay: true });
    for (const socket of [client, side]) sockets.add(socket.on('error', () => {}));
    client.pipe(side).pipe(client);
    client.once('close', () => side.destroy());
    side.once('close', () => client.destroy());
  });
  const switchTo = async (options: Options): Promise<void> => {
    const former = answering;
    answering = await start(options);
    if (how === 'brutally') for (const socket of sockets) socket.resetAndDestroy();
    sockets.clear();
    await former[Symbol.asyncDispose]();
  };
  const control = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (request) => {
      const done = switchTo(request.toString().includes('/revert') ? previous : current);
      void done.then(() => socket.end('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n'));
    });
  });
  const [url, switchUrl] = await Promise.all([router, control].map(listen));
  return {
    ...answering,
    name: 'desk',
    url: url ?? '',
    switchUrl: switchUrl ?? '',
    async [Symbol.asyncDispose]() {
      await answering[Symbol.asyncDispose]();
      router.close();
      control.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
