import type { AddressInfo, Server } from 'node:net';

/** What a server tells about itself when it is asked. */
export interface Usage {
  readonly cpuMicroseconds: number;
  readonly rssBytes: number;
}

/** Listens, tells the parent process the port, and answers its questions about CPU and memory. */
export function serveArm(server: Server): void {
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => {
    process.send?.({ port: (server.address() as AddressInfo).port });
  });
  process.on('message', () => {
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const usage: Usage = { cpuMicroseconds: user + system, rssBytes: process.memoryUsage.rss() };
    process.send?.({ usage });
  });
  process.on('disconnect', () => process.exit());
}
