import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the range out of which systems serve outgoing connections: a node that restarts must find its port free. */
const lowest = 15_000;
const highest = 32_000;

/** A port of the loopback that nobody listens at, and that no outgoing connection takes meanwhile. */
export async function pickPort(): Promise<number> {
  const port = randomInt(lowest, highest);
  return (await isPortFree(port)) ? port : pickPort();
}

/** Whether this user could listen there now. */
export async function isPortFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
