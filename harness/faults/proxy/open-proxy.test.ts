import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { projectReference } from '../../targets/profiles/reference/project.ts';
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
  return { url: proxy.url, lanes, errors };
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
  const text = await (await fetch(url)).text();
  expect(text).toBe(`${lines.join('\n')}\n${rest.join('\n')}`);
  expect([...(lanes[0]?.openRuns ?? [])]).toEqual(['r1']);
});

test('a server-sent event is dropped, and the others keep their ids', async () => {
  const { url, errors } = await behindProxy(stream, {
    received: (message) => (isLive(message, 'agent_started') ? [] : [message.text]),
  });
  const text = await (await fetch(url)).text();
  expect(text).toBe(rest.join('\n'));
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
