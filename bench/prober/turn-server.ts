/**
 * The cheapest honest agent there is: logs anybody in, and answers every message with an acceptance and one run of five events,
 * each in a frame and a `send` of its own, serialised anew. It must cost less than whoever measures it.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

const protocol = 'golden-path.v1';
const bearer = 'bearer.';

/** As tokens are (RFC 7519): a head that all have, who it is, and an end that no other token has. */
function grant(email: string): string {
  const user = email.replace(/@.*/, '');
  return `eyJhbGciOiJIUzI1NiJ9.${user}.${createHash('sha256').update(user).digest('base64url')}`;
}

const http = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (text: string) => (body += text));
  request.on('end', () => {
    const { email } = JSON.parse(body) as { email: string };
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ access_token: grant(email), token_type: 'bearer', expires_in: 3600 }),
    );
  });
});
const server = new WebSocketServer({
  server: http,
  perMessageDeflate: false,
  handleProtocols: () => protocol,
});

/** Who connects. Tools that cannot offer subprotocols say it in the query. */
function userOf(request: IncomingMessage): string {
  const offered = request.headers['sec-websocket-protocol'] ?? '';
  const token = offered.split(/, */).find((word) => word.startsWith(bearer));
  if (token !== undefined) return token.slice(bearer.length).split('.').at(-2) ?? 'nobody';
  return new URL(request.url ?? '', 'ws://server').searchParams.get('user') ?? 'nobody';
}

function playTurn(socket: WebSocket, user: string, thread: string, key: string): void {
  const run = randomUUID();
  const timestamp = new Date().toISOString();
  const accepted = { idempotency_key: key, thread_id: thread, run_id: run };
  socket.send(JSON.stringify({ type: 'message_accepted', ...accepted }));
  let seq = 0;
  const send = (type: string, payload: object): void => {
    seq += 1;
    socket.send(
      JSON.stringify({
        type,
        event_id: `${run}.${seq}`,
        seq,
        run_id: run,
        thread_id: thread,
        user_id: user,
        agent_name: 'assistant',
        timestamp,
        payload,
      }),
    );
  };
  const call = { tool_name: 'echo', tool_call_id: `${run}.call` };
  send('agent_started', { status: 'started', message: 'begins to work', context: {} });
  send('agent_thinking', { status: 'thinking', reasoning: 'looks for a tool', step_number: 1 });
  send('tool_executing', {
    status: 'executing',
    ...call,
    parameters: { text: 'load' },
    message: 'asks the tool',
  });
  send('tool_completed', { status: 'completed', ...call, result: 'load', execution_time_ms: 1 });
  send('agent_completed', {
    status: 'completed',
    result: 'load',
    execution_time_ms: 2,
    fallbacks: 0,
  });
}

server.on('connection', (socket, request) => {
  const user = userOf(request);
  const thread = randomUUID();
  const greeting = { connection_id: `connection_${user}`, user_id: user, protocol };
  socket.send(
    JSON.stringify({ type: 'connection_established', ...greeting, build: 'bench', features: [] }),
  );
  socket.on('message', (data: Buffer) => {
    const { idempotency_key: key } = JSON.parse(data.toString()) as { idempotency_key: string };
    playTurn(socket, user, thread, key);
  });
});

http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
  process.send?.({ port: (http.address() as AddressInfo).port });
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ usage: { cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss() } });
});
process.on('disconnect', () => process.exit());
