/** The CopilotKit runtime: a built-in agent with server tools, its model mocked by aimock in the same process. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LLMock } from '@copilotkit/aimock';
import { z } from 'zod';
import { answerTo, runTool, usesIn } from '../servers/asked.ts';
import { ready } from '../servers/ready.ts';

const model = new LLMock({ port: 0, chunkSize: 12 });
let calls = 0;
const textOf = (content: unknown): string =>
  typeof content === 'string'
    ? content
    : Array.isArray(content)
      ? content.map((part: { text?: string }) => part.text ?? '').join('')
      : '';
model.on({ predicate: () => true }, ({ messages }) => {
  const last = messages.at(-1);
  if (last?.role === 'tool') {
    const told = messages
      .filter(({ role }) => role === 'tool')
      .map(({ content }) => textOf(content));
    return { content: `The tools said: ${told.join(' ')}` };
  }
  const text = textOf(last?.content);
  const toolCalls = usesIn(text).map(({ name, json }) => {
    calls += 1;
    return { id: `call-${calls}`, name, arguments: json };
  });
  return toolCalls.length === 0 ? { content: answerTo(text) } : { toolCalls };
});
await model.start();
process.env['OPENAI_BASE_URL'] = `${model.url}/v1`;
process.env['OPENAI_API_KEY'] = 'none';
process.env['COPILOTKIT_TELEMETRY_DISABLED'] = 'true';
process.env['DO_NOT_TRACK'] = '1';

// Only now: the model's address is read when the runtime is loaded.
const { BuiltInAgent, CopilotRuntime, createCopilotEndpoint, defineTool, InMemoryAgentRunner } =
  await import('@copilotkit/runtime/v2');

const agent = new BuiltInAgent({
  model: 'openai/gpt-4o',
  maxSteps: 3,
  tools: [
    defineTool({
      name: 'echo',
      description: 'says it again',
      parameters: z.object({ text: z.string() }),
      execute: (input: { text: string }) => runTool('echo', input),
    }),
    defineTool({
      name: 'slow',
      description: 'takes its time',
      parameters: z.object({ milliseconds: z.number() }),
      execute: (input: { milliseconds: number }) => runTool('slow', input),
    }),
    defineTool({
      name: 'fail',
      description: 'throws',
      parameters: z.object({}),
      execute: () => runTool('fail', {}),
    }),
  ],
} as any);
const runtime = new CopilotRuntime({
  agents: { default: agent },
  runner: new InMemoryAgentRunner(),
} as any);
const app = createCopilotEndpoint({ runtime, basePath: '/api/copilotkit' } as any);

const server = createServer(async (request, response) => {
  const body = request.method === 'POST' ? (await Array.fromAsync(request)).join('') : null;
  const answer = await app.fetch(
    new Request(`http://127.0.0.1${request.url}`, {
      method: request.method ?? 'GET',
      headers: request.headers as Record<string, string>,
      body,
    }),
  );
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body !== null) for await (const chunk of answer.body) response.write(chunk);
  response.end();
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
ready(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
