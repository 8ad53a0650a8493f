/** aimock: OpenAI Responses over SSE and WebSocket, and the Realtime socket, on one port. */
import { LLMock } from '@copilotkit/aimock';
import { answerTo, usesIn } from './asked.ts';
import { ready } from './ready.ts';

const server = new LLMock({ port: 0, chunkSize: 12 });
let calls = 0;

const textOf = (content: unknown): string =>
  typeof content === 'string'
    ? content
    : Array.isArray(content)
      ? content.map((part: { text?: string }) => part.text ?? '').join('')
      : '';

const answer = ({ messages }: { messages: { role: string; content?: unknown }[] }) => {
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
};

// A tool that takes its time would be the client's; here it is the answer to its result, in milliseconds for each piece.
const isSlow = ({ messages }: { messages: { role: string; content?: unknown }[] }): boolean =>
  messages.at(-1)?.role === 'tool' && textOf(messages.at(-1)?.content).includes('milliseconds');
server.on({ predicate: isSlow }, answer, { latency: 500 });
server.on({ predicate: () => true }, answer);
await server.start();
ready(server.url);
