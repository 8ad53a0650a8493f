import { z } from 'zod';
import { HarnessError } from '../../../contract/harness-error.ts';
import type { User } from '../../user.ts';
import { exchangeJson } from '../../transports/exchange-json.ts';
import type { Credentials, HttpExchange, Transport } from '../../transports/transport.ts';
import { openWebSocketLink } from '../../transports/websocket-link.ts';

const LoginReplySchema = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().optional(),
  expires_in: z.number().optional(),
});

const ThreadReplySchema = z.looseObject({
  messages: z.array(z.looseObject({ role: z.string(), run_id: z.string(), content: z.string() })),
});

const subprotocol = 'golden-path.v1';

async function login(baseUrl: string, user: User): Promise<Credentials> {
  const exchange = await exchangeJson(baseUrl, 'POST', '/auth/login', {
    email: user.email,
    password: user.password,
  });
  return readGrant(exchange, [user.password], `POST /auth/login for ${user.email}`, baseUrl);
}

function readGrant(
  exchange: HttpExchange & { readonly json: unknown },
  known: readonly string[],
  what: string,
  where: string,
): Credentials {
  const reply = LoginReplySchema.safeParse(exchange.json);
  if (exchange.status !== 200 || !reply.success) {
    const message = `${what} answered ${exchange.status}, expected 200 with an access_token`;
    throw new HarnessError('TARGET_LOGIN_REFUSED', message, { where });
  }
  const { access_token: token, refresh_token: renewal, expires_in: seconds } = reply.data;
  return {
    token,
    ...(renewal === undefined ? {} : { renewal }),
    ...(seconds === undefined ? {} : { expiresAt: Date.now() + seconds * 1000 }),
    secrets: [...known, token, ...(renewal === undefined ? [] : [renewal])],
    exchanges: [exchange],
  };
}

function socketOf(baseUrl: string): string {
  return `${baseUrl.replace(/^http/, 'ws')}/ws`;
}

function bearerOf({ token }: Credentials): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** Password login over HTTP, then a WebSocket that carries the token as a subprotocol, or in a header. */
export const referenceTransport: Transport = {
  via: 'subprotocol',
  login,
  logOut: (baseUrl, credentials) =>
    exchangeJson(baseUrl, 'POST', '/auth/logout', undefined, bearerOf(credentials)),
  async refresh(baseUrl, { renewal, secrets }) {
    const exchange = await exchangeJson(baseUrl, 'POST', '/auth/refresh', {
      refresh_token: renewal,
    });
    return readGrant(exchange, secrets, 'POST /auth/refresh', baseUrl);
  },
  async readThread(baseUrl, credentials, thread) {
    const path = `/threads/${thread}/messages`;
    const exchange = await exchangeJson(baseUrl, 'GET', path, undefined, bearerOf(credentials));
    const reply = ThreadReplySchema.safeParse(exchange.json);
    const messages = reply.success ? reply.data.messages : [];
    const answers = messages
      .filter(({ role }) => role === 'assistant')
      .map(({ run_id: run, content: text }) => ({ run, text }));
    return { exchange, answers };
  },
  checkHealth: (baseUrl) => exchangeJson(baseUrl, 'GET', '/readyz'),
  connect(baseUrl, credentials, listener, deadlines) {
    const bearer = credentials === undefined ? [] : [`bearer.${credentials.token}`];
    const protocols = [subprotocol, ...bearer];
    return openWebSocketLink(socketOf(baseUrl), { protocols }, listener, deadlines);
  },
  otherWays: {
    header(baseUrl, credentials, listener, deadlines) {
      const headers = credentials === undefined ? {} : bearerOf(credentials);
      const options = { protocols: [subprotocol], headers };
      return openWebSocketLink(socketOf(baseUrl), options, listener, deadlines);
    },
  },
};
