/** A chat route of the AI SDK: its own mock model, real tools, several steps. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import {
  convertToModelMessages,
  createIdGenerator,
  pipeUIMessageStreamToResponse,
  stepCountIs,
  streamText,
  tool,
  toUIMessageStream,
  type UIMessage,
} from 'ai';
import { MockLanguageModelV4, simulateReadableStream } from 'ai/test';
import { z } from 'zod';
import { answerTo, runTool, usesIn } from './asked.ts';
import { ready } from './ready.ts';

const tools = {
  echo: tool({
    inputSchema: z.object({ text: z.string() }),
    execute: (input) => runTool('echo', input),
  }),
  slow: tool({
    inputSchema: z.object({ milliseconds: z.number() }),
    execute: (input) => runTool('slow', input),
  }),
  fail: tool({ inputSchema: z.object({}), execute: (input) => runTool('fail', input) }),
};

const words = (text: string): object[] => [
  { type: 'text-start', id: 'text-1' },
  ...(text.match(/[\s\S]{1,12}/g) ?? []).map((delta) => ({
    type: 'text-delta',
    id: 'text-1',
    delta,
  })),
  { type: 'text-end', id: 'text-1' },
];
let calls = 0;

/** A model that thinks, calls the tools it is told to, and then answers with what they gave. */
function speak(prompt: { role: string; content: unknown }[]): object[] {
  const last = prompt.at(-1);
  if (last?.role === 'tool') return words(`The tools said: ${JSON.stringify(last.content)}`);
  const parts = (last?.content ?? []) as { text?: string }[];
  const text = parts.map((part) => part.text ?? '').join('\n');
  const uses = usesIn(text);
  if (uses.length === 0) return words(answerTo(text));
  return [
    { type: 'reasoning-start', id: 'thought' },
    { type: 'reasoning-delta', id: 'thought', delta: 'A tool will do.' },
    { type: 'reasoning-end', id: 'thought' },
    ...uses.map(({ name: toolName, json: input }) => {
      calls += 1;
      return { type: 'tool-call', toolCallId: `call-${calls}`, toolName, input };
    }),
  ];
}

const tokens = { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0, text: 1, reasoning: 0 };
const model = new MockLanguageModelV4({
  doStream: ({ prompt }) => {
    const parts = speak(prompt as never);
    const unified = parts.some((part) => 'toolName' in part) ? 'tool-calls' : 'stop';
    const usage = { inputTokens: tokens, outputTokens: tokens };
    const end = { type: 'finish', finishReason: { unified, raw: unified }, usage };
    return Promise.resolve({
      stream: simulateReadableStream({ chunks: [...parts, end] }) as never,
    });
  },
});

const server = createServer((request, response) => {
  // What is no message of this protocol is refused, as a framework around such a route would.
  answer(request, response).catch(() => response.writeHead(400).end('no UI messages'));
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { messages } = (await json(request)) as { messages: UIMessage[] };
  const { stream } = streamText({
    model,
    tools,
    messages: await convertToModelMessages(messages),
    stopWhen: stepCountIs(3),
    onError: () => {},
  });
  const generateMessageId = createIdGenerator({ prefix: 'answer', size: 12 });
  const chunks = toUIMessageStream({ stream, originalMessages: messages, generateMessageId });
  await pipeUIMessageStreamToResponse({ response, stream: chunks });
}

server.listen(0, '127.0.0.1');
await once(server, 'listening');
ready(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
