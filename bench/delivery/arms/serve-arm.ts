import type { AddressInfo, Server } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';

/** What a server tells about itself when it is asked. */
export interface Usage {
  readonly cpuMicroseconds: number;
  readonly connections: number;
  readonly rssBytes: number;
  /** What is alive: JavaScript objects, and the buffers they hold outside of the heap. */
  readonly liveBytes: number;
}

/** Listens, tells the parent process the port, and answers its questions about CPU and memory. */
export function serveArm(server: Server): void {
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => {
    process.send?.({ port: (server.address() as AddressInfo).port });
  });
  process.on('message', () => void readUsage(server).then((usage) => process.send?.({ usage })));
  process.on('disconnect', () => process.exit());
}

/** Collects twice, with a turn of the event loop between: what is closed lets go of its handle a turn later. */
async function readUsage(server: Server): Promise<Usage> {
  globalThis.gc?.();
  await turn();
  globalThis.gc?.();
  const connections = await promisify(server.getConnections.bind(server))();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return {
    cpuMicroseconds: user + system,
    connections,
    rssBytes: rss,
    liveBytes: heapUsed + external,
  };
}
