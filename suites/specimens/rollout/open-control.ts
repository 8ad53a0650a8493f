import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Deployment } from './deployment.ts';

interface Control {
  readonly url: string;
  close(): Promise<void>;
}

/** The router's flag, for whoever operates: `GET /` says which phase answers, `PUT /<phase>` switches. */
export async function openControl(deployment: Deployment): Promise<Control> {
  const server = createServer((request, response) => {
    const phase = (request.url ?? '').slice(1);
    const done = request.method === 'PUT' ? deployment.switchTo(phase) : Promise.resolve();
    done.then(
      () => response.end(JSON.stringify({ answering: deployment.answering })),
      (error: unknown) => response.writeHead(409).end(JSON.stringify({ error: String(error) })),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
