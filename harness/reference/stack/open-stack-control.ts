import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StackDescription } from '../../contract/stack.ts';
import type { Stack } from './stack.ts';

export interface StackControl {
  readonly url: string;
  /** What the stack is made of now. */
  describe(): StackDescription;
  close(): Promise<void>;
}

type Order = (stack: Stack, name: string) => Promise<void> | void | undefined;

/** What can be done to a stack; undefined where it has no such node. */
const orders: readonly (readonly [path: RegExp, order: Order])[] = [
  [/^\/nodes\/(\w+)\/down$/, (stack, name) => stack.findNode(name)?.kill()],
  [/^\/nodes\/(\w+)\/restart$/, (stack, name) => stack.findNode(name)?.restart()],
  [/^\/roll$/, (stack) => stack.roll()],
  [/^\/proxy\/reload$/, (stack) => Promise.resolve(stack.proxy.reload())],
  [/^\/proxy\/restart$/, (stack) => stack.proxy.restart()],
];

/**
 * The stack's switch, on loopback, for disturbances of every kind: `GET /` describes it, a `PUT` does something to it
 * and answers with the description once it is done, 404 where there is nothing of the kind.
 */
export async function openStackControl(stack: Stack): Promise<StackControl> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const describe = (): StackDescription => ({ ...stack.describe(), control: url });
  server.on('request', (request, response) => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const done =
      request.method === 'PUT' ? carryOut(stack, request.url ?? '') : Promise.resolve(true);
    done.then(
      (known) => (known ? answer(200, describe()) : answer(404, { error: 'no such thing here' })),
      (error: unknown) => answer(500, { error: String(error) }),
    );
  });
  return {
    url,
    describe,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function carryOut(stack: Stack, path: string): Promise<boolean> {
  for (const [pattern, order] of orders) {
    const name = pattern.exec(path);
    if (name === null) continue;
    const done = order(stack, name[1] ?? '');
    await done;
    return done !== undefined;
  }
  return false;
}
