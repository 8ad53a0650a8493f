/** Where real servers surprise a naive reader: each trap is met once. */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { LLMock } from '@copilotkit/aimock';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import { goldenPath } from '../../probe/journeys/golden-path.ts';
import { walk } from '../../probe/walk.ts';
import { demoUsers } from '../demo-users.ts';
import type { Profile } from '../profile.ts';
import { openSocketIoLink, type Recovery } from '../transports/socket-io-link.ts';
import { SseReader } from '../transports/sse-reader.ts';
import { findProfile } from './profile-table.ts';

const kindsOf = (profile: string, frames: readonly object[], name?: string): string[][] => {
  const projection = findProfile(profile).project();
  return frames.map((frame) =>
    projection.received(JSON.stringify(frame), undefined, name).events.map(({ kind }) => kind),
  );
};

test('turns and runs: what closes a turn that left calls is no end of the run', () => {
  const call = { type: 'function_call', call_id: 'c', name: 'echo', arguments: '{"text":"a"}' };
  const projection = findProfile('openai-responses').project();
  projection.sent?.(JSON.stringify({ metadata: { key: 'k' } }), 1);
  const say = (frame: object) => projection.received(JSON.stringify(frame));
  say({ type: 'response.created', response: { id: 'first' } });
  say({ type: 'response.output_item.done', item: call });
  const closed = say({ type: 'response.completed', response: { id: 'first', output: [call] } });
  expect(closed.events.map(({ kind }) => kind)).toEqual(['progress_update']);
  const [reply = ''] = closed.replies ?? [];
  expect(JSON.parse(reply)).toMatchObject({ previous_response_id: 'first' });
  projection.sent?.(reply, 2);
  const next = say({ type: 'response.created', response: { id: 'second' } });
  expect(next.events.map(({ kind, run, derived_from: n }) => [kind, run, n])).toEqual([
    ['tool_completed', 'first', 2],
    ['progress_update', 'first', undefined],
  ]);
  const last = say({ type: 'response.completed', response: { id: 'second', output: [] } });
  expect(last.events.map(({ kind, run }) => [kind, run])).toEqual([['agent_completed', 'first']]);
});

test('several stream modes: both ends of a tool are taken from one of them', () => {
  const tasks = [
    { id: '1', name: 'tools', input: {} },
    { id: '1', name: 'tools', result: [] },
  ];
  expect(kindsOf('langgraph', tasks, 'tasks').flat()).toEqual([
    'progress_update',
    'progress_update',
  ]);
});

test('multi-line data: an event that is printed over many lines is one frame', () => {
  const pretty = JSON.stringify({ event: 'on_tool_start', name: 'echo', run_id: 'r' }, null, 2);
  const stream = `id: 4\nevent: events\n${pretty.replaceAll(/^/gm, 'data: ')}\n\n`;
  const [event] = new SseReader().push(Buffer.from(stream), 0);
  const projection = findProfile('langgraph').project();
  const { events } = projection.received(event?.data ?? '', event?.id, event?.name);
  expect(events).toMatchObject([{ kind: 'tool_executing', tool: 'echo', call: 'r', seq: 4 }]);
});

test('version skew: a field that the version does not know is no fault of the run', () => {
  const frame = { type: 'RUN_FINISHED', threadId: 't', runId: 'r', finishReason: 'stop' };
  const [event] = findProfile('ag-ui').project().received(JSON.stringify(frame)).events;
  expect(event).toMatchObject({ kind: 'agent_completed', outcome: 'completed' });
  expect(event?.problems).toBeUndefined();
});

async function openMock(): Promise<LLMock> {
  const mock = new LLMock({ port: 0, chunkSize: 2, latency: 20 });
  await mock.start();
  onTestFinished(() => mock.stop());
  return mock;
}

function targetAt(url: string, profile: Profile) {
  const dispose = { [Symbol.asyncDispose]: () => Promise.resolve() };
  return { name: 'foreign', url, profile, users: demoUsers(), ...dispose };
}

test('an error while the socket stays open ends the run, and nothing waits for a close', async () => {
  const mock = await openMock();
  const profile = findProfile('openai-responses-socket');
  const chat: Profile['intents']['chat'] = (message) => {
    // The shape that this socket refuses: the request one layer deeper.
    const { type, ...response } = JSON.parse(profile.intents.chat(message)) as { type: string };
    return JSON.stringify({ type, response, metadata: { key: message.key } });
  };
  const target = targetAt(mock.url, { ...profile, intents: { ...profile.intents, chat } });
  const { records } = await walk(target, goldenPath, { users: 1, seed: 'error', lingerMs: 10 });
  const kinds = records.flatMap((each) =>
    each.type === 'frame' ? each.events.map(({ kind }) => kind) : [],
  );
  expect(kinds).toContain('agent_error');
  expect(records.filter(({ type }) => type === 'close')).toEqual([]);
});

test('a timed disconnect without a close frame is told from a clean end', async () => {
  const mock = await openMock();
  mock.on({ predicate: () => true }, { content: 'long '.repeat(200) }, { disconnectAfterMs: 100 });
  const target = targetAt(mock.url, findProfile('openai-responses-socket'));
  const history = await walk(target, goldenPath, { users: 1, seed: 'cut', lingerMs: 10 });
  const causes = history.records.flatMap((each) => (each.type === 'close' ? [each.cause] : []));
  // Check that it struck before its verdict is believed.
  expect(causes.length).toBeGreaterThan(0);
  const failed = judgeHistory(history).filter(({ verdict }) => verdict === 'fail');
  expect(failed.map(({ id }) => id)).toContain('WIRE-CLOSE');
});

test('aimock sends no sequence numbers: a promise that nothing exercised is neither kept nor broken', async () => {
  const mock = await openMock();
  mock.on({ predicate: () => true }, { content: 'Nothing is numbered.' });
  const target = targetAt(mock.url, findProfile('openai-responses-socket'));
  const history = await walk(target, goldenPath, { users: 1, seed: 'numbers', lingerMs: 10 });
  expect(target.profile.promises.sequence?.density).toBe('dense');
  expect(judgeHistory(history).find(({ id }) => id === 'ORD-SEQ-MONO')).toMatchObject({
    verdict: 'unknown',
    cause: 'never-exercised',
  });
});

test('aimock, reset(): it rewinds every instance of its process, so that each has a process of its own', async () => {
  const [one, other] = [await openMock(), await openMock()];
  other.on({ predicate: () => true }, { content: 'hello' });
  const firstId = async (): Promise<string> => {
    const body = JSON.stringify({ model: 'gemini-test', input: 'hello' });
    const answer = await fetch(`${other.url}/v1beta/interactions`, { method: 'POST', body });
    return /"id":"([^"]+)"/.exec(await answer.text())?.[1] ?? '';
  };
  const before = [await firstId(), await firstId()];
  expect(new Set(before).size).toBe(2);
  one.reset();
  expect(before).toContain(await firstId());
  const servers = 'suites/strangers/servers/';
  const sources = readdirSync(servers).map((file) => readFileSync(servers + file, 'utf8'));
  expect(sources.filter((source) => source.includes('.reset('))).toEqual([]);
  expect(sources.filter((source) => source.split('new LLMock(').length > 2)).toEqual([]);
});

test('recovery: a client that comes back shows its session and the last event that it saw', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  const proofs: unknown[] = [];
  server.on('connection', (socket) => {
    socket.send('0{"sid":"engine","pingInterval":25000}');
    socket.on('message', (raw: Buffer) => {
      const text = raw.toString();
      if (!text.startsWith('40')) return;
      proofs.push(JSON.parse(text.slice(2)));
      socket.send('40{"sid":"socket","pid":"session"}');
      socket.send('42["agent_started",{"run_id":"r"},"offset-1"]');
    });
  });
  await once(server, 'listening');
  onTestFinished(() => server.close());
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/socket.io/`;
  const recovery: Recovery = { pid: undefined, offset: undefined };
  for (const _ of [1, 2]) {
    const seen = Promise.withResolvers<void>();
    const frame = (bytes: Buffer): void => {
      if (bytes.toString().startsWith('42')) seen.resolve();
    };
    const { link } = await openSocketIoLink(
      url,
      { headers: {}, auth: { token: 't' }, recovery },
      { frame, closed: () => {} },
      { upgradeMs: 5_000, pongMs: 5_000 },
    );
    await seen.promise;
    link?.drop();
  }
  expect(proofs).toEqual([{ token: 't' }, { token: 't', pid: 'session', offset: 'offset-1' }]);
});
