/** aimock: OpenAI Responses over SSE and WebSocket, and the Realtime socket, on one port; `slowly`, piece by piece. */
import { LLMock } from '@copilotkit/aimock';
import { answerTo, usesIn } from './asked.ts';
import { ready } from './ready.ts';

const latency = process.argv.includes('slowly') ? 20 : 0;
const server = new LLMock({ port: 0, chunkSize: 12, latency });
let calls = 0;

const textOf = (content: unknown): string =>
  typeof content === 'string'
    ? content
    : Array.isArray(content)
      ? content.map((part: { text?: string }) => part.text ?? '').join('')
      : '';

server.on({ predicate: () => true }, ({ messages }) => {
  const last = messages.at(-1);
  const text = textOf(last?.content);
  if (last?.role === 'tool')
    return {
      content: `The tools said: ${messages
        .filter(({ role }) => role === 'tool')
        .map(({ content }) => textOf(content))
        .join(' ')}`,
    };
  const toolCalls = usesIn(text).map(({ name, json }) => {
    calls += 1;
    return { id: `call-${calls}`, name, arguments: json };
  });
  return toolCalls.length === 0 ? { content: answerTo(text) } : { toolCalls };
});
await server.start();
ready(server.url);
