import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One choice of the OpenAI chat API, as the deltas in which it is streamed. */
export type ModelReply =
  | { readonly texts: readonly string[] }
  | { readonly tool: string; readonly parameters: object }
  | { readonly status: number };

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}

function renderDeltas(reply: Exclude<ModelReply, { status: number }>): object[] {
  if ('texts' in reply) return reply.texts.map((content) => ({ content }));
  const call = { name: reply.tool, arguments: JSON.stringify(reply.parameters) };
  return [{ tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: call }] }];
}

function writeReply(response: ServerResponse, reply: ModelReply): void {
  if ('status' in reply) {
    response.writeHead(reply.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message: 'the mock model fails' } }));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const finish_reason = 'tool' in reply ? 'tool_calls' : 'stop';
  const deltas = [...renderDeltas(reply).map((delta) => ({ delta })), { delta: {}, finish_reason }];
  for (const choice of deltas) {
    const chunk = { id: 'c', created: 0, model: 'mock', choices: [{ index: 0, ...choice }] };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  }
  response.end('data: [DONE]\n\n');
}

/** A server of the OpenAI chat API that gives the replies one after the other and keeps what it was asked. */
export async function startMockModel(replies: readonly ModelReply[]) {
  const requests: unknown[] = [];
  const left = [...replies];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests.push(await readJson(request));
    writeReply(response, left.shift() ?? { status: 500 });
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
