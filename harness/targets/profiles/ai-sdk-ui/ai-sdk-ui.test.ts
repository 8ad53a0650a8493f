import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, json } from 'node:stream/consumers';
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
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { judgeHistory } from '../../../checks/judge/judge-history.ts';
import { goldenPath } from '../../../probe/journeys/golden-path.ts';
import { truth } from '../../../probe/journeys/truth.ts';
import { walk } from '../../../probe/walk.ts';
import { demoUsers } from '../../demo-users.ts';
import type { Target } from '../../target.ts';
import { aiSdkUiProfile } from './index.ts';

type DoStream = MockLanguageModelV4['doStream'];
type Prompt = Parameters<DoStream>[0]['prompt'];
type Part =
  Awaited<ReturnType<DoStream>>['stream'] extends ReadableStream<infer Each> ? Each : never;

const tools = {
  echo: tool({ inputSchema: z.object({ text: z.string() }), execute: ({ text }) => text }),
  slow: tool({
    inputSchema: z.object({ milliseconds: z.number() }),
    execute: ({ milliseconds }) => `${milliseconds} ms`,
  }),
  fail: tool({
    inputSchema: z.object({}),
    execute: (): string => {
      throw new Error('as asked');
    },
  }),
};

const wordsOf = (parts: readonly string[]): Part[] => [
  { type: 'text-start', id: 'text-1' },
  ...parts.map((delta): Part => ({ type: 'text-delta', id: 'text-1', delta })),
  { type: 'text-end', id: 'text-1' },
];

let calls = 0;

/** A model that thinks, calls the tools it is told to, and then answers with what they gave. */
function speak(prompt: Prompt): Part[] {
  const last = prompt.at(-1);
  if (last?.role === 'tool') return wordsOf(['Tools said: ', JSON.stringify(last.content)]);
  const asked = last?.role === 'user' ? last.content : [];
  const text = asked.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
  const uses = [...text.matchAll(/^Use the tool (\w+) with (.*)$/gm)];
  if (uses.length === 0) return wordsOf(['An ', 'answer.']);
  return [
    { type: 'reasoning-start', id: 'thought' },
    { type: 'reasoning-delta', id: 'thought', delta: 'A tool will do.' },
    { type: 'reasoning-end', id: 'thought' },
    ...uses.map(([, toolName = '', input = '']): Part => {
      calls += 1;
      return { type: 'tool-call', toolCallId: `call-${calls}`, toolName, input };
    }),
  ];
}

const tokens = { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0, text: 1, reasoning: 0 };

async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { messages } = (await json(incoming)) as { messages: UIMessage[] };
  const model = new MockLanguageModelV4({
    doStream: ({ prompt }) => {
      const parts = speak(prompt);
      const unified = parts.some(({ type }) => type === 'tool-call') ? 'tool-calls' : 'stop';
      const end: Part = {
        type: 'finish',
        finishReason: { unified, raw: unified },
        usage: { inputTokens: tokens, outputTokens: tokens },
      };
      return Promise.resolve({ stream: simulateReadableStream({ chunks: [...parts, end] }) });
    },
  });
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

const opened: { close(): unknown }[] = [];

afterEach(() => {
  for (const server of opened.splice(0)) server.close();
});

async function listen(
  handle: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<string> {
  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((error: unknown) => response.destroy(error as Error));
  });
  opened.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What becomes of the events of one stream on their way; `cut` resets the line after them. */
type Damage = (events: string[], secret: string) => { events: string[]; cut?: boolean };

/** Relays to the server; the damage strikes the first stream that answers a request of the second round. */
async function relay(base: string, damage: Damage): Promise<string> {
  let struck = false;
  let secret = '';
  return listen(async (incoming, response) => {
    const body = await buffer(incoming);
    const asked = body.toString();
    const strikes = !struck && asked.includes('Answer in');
    if (strikes) struck = true;
    const upstream = request(`${base}/api/chat`, { method: 'POST', agent: false }).end(body);
    const [reply] = (await once(upstream, 'response')) as [IncomingMessage];
    const events = (await buffer(reply)).toString().split(/(?<=\n\n)/);
    const passed = strikes ? damage(events, secret) : { events };
    if (!strikes) secret = /gpc-[\w-]+/.exec(asked)?.[0] ?? secret;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(passed.events.join(''));
    if (passed.cut === true) setImmediate(() => response.socket?.resetAndDestroy());
    else response.end();
  });
}

function targetAt(url: string): Target {
  return {
    name: 'foreign',
    url,
    profile: aiSdkUiProfile,
    users: demoUsers(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function verdictsAt(url: string, journey = goldenPath) {
  const history = await walk(targetAt(url), journey, { users: 3, seed: 'ui' });
  const results = judgeHistory(history);
  const ids = (wanted: string): string[] =>
    results
      .filter(({ verdict, level }) => verdict === wanted && level === 'MUST')
      .map(({ id }) => id);
  return { failed: ids('fail'), passed: ids('pass'), history, results };
}

test('a clean walk is green, and what the protocol promises is exercised', async () => {
  const { failed, passed, results } = await verdictsAt(await listen(answer));
  const why = results.filter(({ verdict }) => verdict === 'fail').map(({ witnesses }) => witnesses);
  expect({ failed, why: JSON.stringify(why) }).toEqual({ failed: [], why: '[]' });
  expect(passed).toEqual(expect.arrayContaining(exercised));
});

const exercised = [
  'LIFE-START',
  'LIFE-START-ONCE',
  'LIFE-TERM',
  'LIFE-TERM-ONCE',
  'LIFE-TERM-TRUNC',
  'LIFE-WORK',
  'LIFE-AFTER',
  'PAIR-OPEN',
  'PAIR-ORPHAN',
  'PAIR-OUTCOME',
  'ORD-PO',
  'ORD-PAIR',
  'ONCE-EXEC',
  'ONCE-TOOL',
  'ONCE-RUNID',
  'ISO-CANARY',
  'ISO-RUNMIX',
  'SCH-CORR',
  'WIRE-JSON',
  'WIRE-CLOSE',
];

test('an answer is held against what its tool gave', async () => {
  const { failed, passed } = await verdictsAt(await listen(answer), truth);
  expect(failed).toEqual([]);
  expect(passed).toContain('TRUTH-ANSWER');
});

const withOut = (type: string): Damage => {
  return (events) => ({ events: events.filter((event) => !event.includes(`"type":"${type}"`)) });
};

const leak: Damage = (events, secret) => ({
  events: events.map((event) => event.replace('A tool will do.', `It is ${secret}.`)),
});

describe('each fault is reported by its owner and by nobody else', () => {
  test.each<[string, Damage, string]>([
    ['tool results are lost', withOut('tool-output-available'), 'PAIR-OPEN'],
    ['tool calls are not announced', withOut('tool-input-available'), 'PAIR-ORPHAN'],
    ['the start is lost', withOut('start'), 'LIFE-START'],
    ['the stream ends before its end', withOut('finish'), 'LIFE-TERM-TRUNC'],
    ['the line is reset', (events) => ({ events: events.slice(0, 4), cut: true }), 'WIRE-CLOSE'],
    ['a thought holds the words of another user', leak, 'ISO-CANARY'],
  ])('%s', async (_title, damage, owner) => {
    const { failed } = await verdictsAt(await relay(await listen(answer), damage));
    expect(failed).toEqual([owner]);
  });
});
