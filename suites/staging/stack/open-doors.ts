import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import type { StartedStack } from './start-stack.ts';

interface Knock {
  readonly query?: string;
  readonly protocols?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** The ways into a stack, one by one and without a probe. */
export interface Doors {
  /** An access token, and a ticket that was issued for it. */
  login(): Promise<{ readonly token: string; readonly ticket: string }>;
  /** `connection_established` for a socket that is let in, the status for one that is not. */
  knock(how: Knock): Promise<unknown>;
}

export function openDoors(stack: StartedStack): Doors {
  async function post(path: string, body: unknown, token?: string): Promise<unknown> {
    const response = await stack.request(path, body, token);
    if (!response.ok) throw new Error(`${path} gave ${response.status}`);
    return response.json();
  }

  return {
    login: async () => {
      const { email, password } = stack.target.users[0] ?? {};
      const grant = (await post('/auth/login', { email, password })) as { access_token: string };
      const token = grant.access_token;
      const { ticket } = (await post('/auth/ws-ticket', {}, token)) as { ticket: string };
      return { token, ticket };
    },
    knock: async ({ query = '', protocols = [], headers = {} }) => {
      const address = `${stack.url.replace('https', 'wss')}/ws${query}`;
      const socket = new WebSocket(address, [...protocols], { headers });
      socket.on('error', () => {});
      const answer: unknown = await Promise.race([
        once(socket, 'message').then(([data]) => (JSON.parse(String(data)) as Greeting).type),
        once(socket, 'unexpected-response').then(
          ([, reply]) => (reply as IncomingMessage).statusCode,
        ),
      ]);
      socket.terminate();
      return answer;
    },
  };
}

interface Greeting {
  readonly type: string;
}
