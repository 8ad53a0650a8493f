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
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import type { Promises } from '../../contract/promises.ts';
import { atDoor } from '../../faults/damage/at-door.ts';
import { cutAt } from '../../faults/damage/cut.ts';
import { drop, repeat } from '../../faults/damage/message-damages.ts';
import { openFaultyTarget } from '../../faults/open-faulty-target.ts';
import type { Damage } from '../../faults/proxy/interference.ts';
import { goldenPath } from '../../probe/journeys/golden-path.ts';
import { truth } from '../../probe/journeys/truth.ts';
import { walk } from '../../probe/walk.ts';
import { demoUsers } from '../demo-users.ts';
import type { Target } from '../target.ts';
import { findProfile } from './profile-table.ts';

const profile = findProfile('ai-sdk-ui');

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

function targetAt(url: string): Target {
  return {
    name: 'foreign',
    url,
    profile,
    users: demoUsers(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function verdictsOf(target: Target, journey = goldenPath) {
  const history = await walk(target, journey, { users: 3, seed: 'ui' });
  const results = judgeHistory(history);
  const ids = (wanted: string): string[] =>
    results
      .filter(({ verdict, level }) => verdict === wanted && level === 'MUST')
      .map(({ id }) => id);
  const red = results.filter(({ verdict }) => verdict === 'fail').map(({ witnesses }) => witnesses);
  return { failed: ids('fail'), passed: ids('pass'), history, why: JSON.stringify(red) };
}

test('a clean walk is green, and what the protocol promises is exercised', async () => {
  const { failed, passed, why } = await verdictsOf(targetAt(await listen(answer)));
  expect({ failed, why }).toEqual({ failed: [], why: '[]' });
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
  const { failed, passed } = await verdictsOf(targetAt(await listen(answer)), truth);
  expect(failed).toEqual([]);
  expect(passed).toContain('TRUTH-ANSWER');
});

/** What another user planted comes out in the thoughts of the victim. */
const leak: Damage = (bench) => {
  let planted: string | undefined;
  let done = false;
  return {
    sent(text, lane) {
      if (lane.number !== bench.victim) planted ??= /gpc-[\w-]+/.exec(text)?.[0];
      return [text];
    },
    received(message, lane) {
      const meant = lane.number === bench.victim && message.text.includes('A tool will do.');
      if (done || !meant || planted === undefined) return [message.text];
      done = true;
      bench.bite("mixed another user's secret into a thought", lane);
      return [message.text.replace('A tool will do.', `It is ${planted}.`)];
    },
  };
};

const half = cutAt('tool_executing', 'sent half an event and a FIN', (lane) => {
  lane.write(lane.encode('{"type":"tool-input-available"}').subarray(0, 20));
  lane.finish();
});

const silent = { deadlines: { ...profile.promises.deadlines, terminal_ms: 600 } };

describe('each fault is reported by its owner and by nobody else', () => {
  test.each<[string, Damage, string, Partial<Promises>?]>([
    ['a tool result is lost', drop('tool_completed'), 'PAIR-OPEN'],
    ['a tool call is not announced', drop('tool_executing'), 'PAIR-ORPHAN'],
    ['a tool result comes twice', repeat('tool_completed'), 'ONCE-TOOL'],
    ['the start is lost', drop('agent_started'), 'LIFE-START'],
    ['the stream ends before its end', drop('agent_completed'), 'LIFE-TERM-TRUNC'],
    ['a thought holds the words of another user', leak, 'ISO-CANARY'],
    ['the line is reset', cutAt('tool_executing', 'RST', (lane) => lane.reset()), 'WIRE-CLOSE'],
    ['the server exits', cutAt('tool_executing', 'FIN', (lane) => lane.finish()), 'WIRE-CLOSE'],
    ['an event is cut in half', half, 'WIRE-CLOSE'],
    [
      'the line is half open',
      cutAt('tool_executing', 'silence', (lane) => lane.freeze()),
      'WIRE-HALFOPEN',
      silent,
    ],
    ['the door is shut', atDoor('503', () => ({ status: 503 })), 'WIRE-UPGRADE'],
    // A machine that stands still breaks the short deadline, too; a check that is blind stays blind.
  ])('%s', { retry: 2 }, async (_title, damage, owner, tightened = {}) => {
    const promises = { ...profile.promises, ...tightened };
    const options = { seed: 'ui', users: 3, promises };
    const faulty = await openFaultyTarget(targetAt(await listen(answer)), damage, options);
    try {
      const { failed, why } = await verdictsOf(faulty);
      expect(faulty.errors).toEqual([]);
      expect(faulty.bites.length).toBeGreaterThan(0);
      expect(failed, why).toEqual([owner]);
    } finally {
      await faulty[Symbol.asyncDispose]();
    }
  });
});
