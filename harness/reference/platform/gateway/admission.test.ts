import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startPlatform, type RunningPlatform } from '../start-platform.ts';
import { ChatClient, connect, connectUser, login } from '../testing/chat-client.ts';

let platform: RunningPlatform;
let token: string;

beforeAll(async () => {
  platform = await startPlatform({
    demoUsers: true,
    allowedOrigins: ['https://app.example.test'],
    limits: { maxConnectionsPerUser: 3 },
  });
  token = (await login(platform)).access_token;
});
afterAll(() => platform.stop());

const upgradeHeaders = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

/** Settles with the status that refused the upgrade. */
async function refusalOf(socket: WebSocket): Promise<number | undefined> {
  socket.on('error', () => {});
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
  response.destroy();
  return response.statusCode;
}

async function getTicket(): Promise<string> {
  const response = await fetch(`${platform.url}/auth/ws-ticket`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  return ((await response.json()) as { ticket: string }).ticket;
}

describe('a socket is let in', () => {
  it('with the token as subprotocol; the protocol alone is echoed', async () => {
    const client = await connect(platform, token);
    expect(client.socket.protocol).toBe('golden-path.v1');
    expect(client.socket.extensions).toBe('');
    client.socket.close();
  });

  it('with an Authorization header', async () => {
    const headers = { authorization: `Bearer ${token}` };
    const client = new ChatClient(new WebSocket(platform.wsUrl, { headers }));
    await expect(client.nextOfType('connection_established')).resolves.toMatchObject({
      protocol: 'golden-path.v1',
      features: expect.arrayContaining(['resume', 'cancel']),
    });
    client.socket.close();
  });

  it('with a ticket, once', async () => {
    const url = `${platform.wsUrl}?ticket=${await getTicket()}`;
    const client = new ChatClient(new WebSocket(url));
    await client.nextOfType('connection_established');
    await expect(refusalOf(new WebSocket(url))).resolves.toBe(401);
    client.socket.close();
  });

  it('from a page of an allowed origin', async () => {
    const options = { origin: 'https://app.example.test' };
    const client = new ChatClient(
      new WebSocket(platform.wsUrl, ['golden-path.v1', `bearer.${token}`], options),
    );
    await expect(client.nextOfType('connection_established')).resolves.toBeDefined();
    client.socket.close();
  });
});

describe('a socket is refused', () => {
  it.each([
    ['without a token', [], 401],
    ['with garbage', ['golden-path.v1', 'bearer.garbage'], 401],
    ['with an unsigned token', ['bearer.eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.'], 401],
  ])('%s', async (_, protocols, status) => {
    await expect(refusalOf(new WebSocket(platform.wsUrl, protocols))).resolves.toBe(status);
  });

  it('from a page of another origin', async () => {
    const options = { origin: 'https://evil.example.test' };
    const socket = new WebSocket(platform.wsUrl, [`bearer.${token}`], options);
    await expect(refusalOf(socket)).resolves.toBe(403);
  });

  it.each(['/wsx', '/ws/', '//', '/%00', '/?/ws'])('on the path %s', async (path) => {
    const { port } = new URL(platform.url);
    const request = get({ host: '127.0.0.1', port, path, headers: upgradeHeaders });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.destroy();
    expect(response.statusCode).toBe(404);
  });

  it('with the token of a session that was logged out, and the open ones of it end with 4401', async () => {
    const { access_token: mine } = await login(platform, 2);
    const client = await connect(platform, mine);
    const other = await connectUser(platform, 2);
    const headers = { authorization: `Bearer ${mine}` };
    const response = await fetch(`${platform.url}/auth/logout`, { method: 'POST', headers });
    expect(response.status).toBe(204);
    await expect(client.closed).resolves.toMatchObject({ code: 4401 });
    await expect(refusalOf(new WebSocket(platform.wsUrl, [`bearer.${mine}`]))).resolves.toBe(401);
    other.send({ type: 'ping' });
    await other.nextOfType('pong');
    other.socket.close();
  });

  it('beyond the connections a user may have', async () => {
    const open = [
      await connectUser(platform, 3),
      await connectUser(platform, 3),
      await connectUser(platform, 3),
    ];
    const { access_token: mine } = await login(platform, 3);
    await expect(refusalOf(new WebSocket(platform.wsUrl, [`bearer.${mine}`]))).resolves.toBe(429);
    for (const { socket } of open) socket.close();
  });
});
