import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { projectReference } from '../../targets/profiles/reference/project.ts';
import { drip } from '../damage/slowness.ts';
import type { Interference } from './interference.ts';
import type { Lane } from './lane.ts';
import { isLive } from './message.ts';
import { openProxy } from './open-proxy.ts';

const lines = ['id: 1', 'data: {"type":"agent_started","run_id":"r1"}', ''];
const rest = ['id: 2', 'data: {"type":"agent_thinking",', 'data: "run_id":"r1"}', '', ''];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function behindProxy(listener: RequestListener, interference: Interference) {
  const lanes: Lane[] = [];
  const errors: unknown[] = [];
  const proxy = await openProxy({
    target: await serve(listener),
    interference,
    lanes,
    project: projectReference,
    failed: (error) => errors.push(error),
  });
  onTestFinished(() => proxy[Symbol.asyncDispose]());
  return { url: proxy.url, openDoor: () => proxy.openDoor(), lanes, errors };
}

/** Sends one event in two pieces, the second of which also holds another event over two lines. */
const stream: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(lines.join('\n').slice(0, 20));
  response.end(`${lines.join('\n').slice(20)}\n${rest.join('\n')}`);
};

/** Breaks off in the middle of the stream. */
const broken: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(lines.join('\n'), () => response.destroy());
};

test('server-sent events pass as they came', async () => {
  const { url, lanes } = await behindProxy(stream, {});
  const passed = await (await fetch(url)).text();
  expect(passed).toBe(`${lines.join('\n')}\n${rest.join('\n')}`);
  expect([...(lanes[0]?.openRuns ?? [])]).toEqual(['r1']);
});

test('a server-sent event is dropped, and the others keep their ids', async () => {
  const { url, errors } = await behindProxy(stream, {
    received: (message) => (isLive(message, 'agent_started') ? [] : [message.text]),
  });
  const passed = await (await fetch(url)).text();
  expect(passed).toBe(rest.join('\n'));
  expect(errors).toEqual([]);
});

test('a stream that breaks off at the target breaks off behind the proxy', async () => {
  const { url, errors } = await behindProxy(broken, {});
  await expect(fetch(url).then((response) => response.text())).rejects.toThrow(
    /terminated|fetch failed/,
  );
  expect(errors).toEqual([]);
});

test('an answer is forged in the place of the target', async () => {
  const { url } = await behindProxy((_, response) => response.end('real'), {
    request: ({ path }) => (path === '/forged' ? { status: 418, body: 'forged' } : undefined),
  });
  const forged = await fetch(`${url}/forged`);
  expect([forged.status, await forged.text()]).toEqual([418, 'forged']);
  expect(await (await fetch(`${url}/other`)).text()).toBe('real');
});

/** What the target was asked, in the order it came. */
const arrived: string[] = [];

/** Answers each message by a stream that repeats it. */
const repeater: RequestListener = (request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  void text(request).then((asked) => {
    arrived.push(asked);
    response.end(`data: {"asked":"${asked}"}\n\n`);
  });
};

describe('a client with a door of its own', () => {
  const ask = async (door: string, body: string): Promise<string> =>
    (await fetch(door, { method: 'POST', body })).text();

  test('keeps its lane from stream to stream', async () => {
    const seen: number[] = [];
    const received: Interference['received'] = (message, lane) => {
      seen.push(lane.number);
      return [message.text];
    };
    const { openDoor } = await behindProxy(repeater, { received });
    const [one, other] = [await openDoor(), await openDoor()];
    for (const door of [one, other, one]) await ask(door, 'hello');
    expect(seen).toEqual([0, 1, 0]);
  });

  test('sends what the damage makes of its message, and hears one answer', async () => {
    const { openDoor } = await behindProxy(repeater, {
      sent: (asked) => [`${asked}!`, `${asked}?`],
    });
    expect(await ask(await openDoor(), 'hello')).toBe('data: {"asked":"hello!"}\n\n');
    await vi.waitFor(() => expect(arrived).toContain('hello?'), 60_000);
  });

  test('gets an event in pieces', async () => {
    const { openDoor } = await behindProxy(repeater, {
      async received(message, lane) {
        await drip(message.text, lane);
        return [];
      },
    });
    expect(await ask(await openDoor(), 'in pieces')).toBe('data: {"asked":"in pieces"}\n\n');
  });

  test.each<[string, (lane: Lane) => void]>([
    ['reset', (lane) => lane.reset()],
    ['ended in mid-stream', (lane) => lane.finish()],
  ])('has its stream %s', async (_title, act) => {
    const { openDoor, errors } = await behindProxy(repeater, {
      received(_message, lane) {
        act(lane);
        return [];
      },
    });
    await expect(ask(await openDoor(), 'hello')).rejects.toThrow(/terminated|fetch failed/);
    expect(errors).toEqual([]);
  });
});
