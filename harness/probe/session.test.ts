import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished, expect, test, vi } from 'vitest';
import { judgeHistory } from '../checks/judge/judge-history.ts';
import { openEmbeddedTarget } from '../targets/embedded.ts';
import { findProfile } from '../targets/profiles/profile-table.ts';
import { describeHistory } from './describe-history.ts';
import { goldenPath } from './journeys/golden-path.ts';
import { hasty } from './journeys/hasty.ts';
import { Recorder } from './recorder/recorder.ts';
import { Session } from './session.ts';
import { walk } from './walk.ts';

test('a connection is opened before anything comes over it, so that every greeting has a receiver', async () => {
  const target = await openEmbeddedTarget();
  onTestFinished(() => target[Symbol.asyncDispose]());
  const history = await walk(target, goldenPath, { users: 2, seed: 'greeted' });
  const first = new Map<string, string>();
  for (const record of history.records) {
    if (record.type !== 'open' && record.type !== 'frame') continue;
    if (!first.has(record.connection)) first.set(record.connection, record.type);
  }
  expect([...first.values()]).toEqual(['open', 'open']);
  const identity = judgeHistory(history).find(({ id }) => id === 'ISO-IDENTITY');
  expect([identity?.verdict, identity?.exercised]).toEqual(['pass', 2]);
});

test('the end of a run is never forgotten before anybody waits for it, however many run at a time', async () => {
  const target = await openEmbeddedTarget();
  onTestFinished(() => target[Symbol.asyncDispose]());
  const { records } = await walk(target, hasty, { users: 2, seed: 'hasty' });
  const terminal = records.findLast(
    (record) =>
      record.type === 'frame' && record.events.some(({ kind }) => kind === 'agent_completed'),
  );
  const end = records.findLast(({ type }) => type === 'end');
  const waitedMs = (end?.at ?? 0) - (terminal?.at ?? 0);
  expect(waitedMs).toBeLessThan(target.profile.promises.deadlines.terminal_ms);
});

test('a message that waits for the stream before it is one of which something can still come', async () => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end('data: {"type":"begun"}\n\ndata: {"type":"done"}\n\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const streams = {
    title: 'a stream per message',
    transport: { over: 'sse' as const },
    intents: { chat: { ask: '$content', key: '$key' } },
    frames: {
      rules: [
        { when: 'begun', say: 'agent_started' as const },
        { when: 'done', say: 'agent_completed' as const },
      ],
    },
  };
  const target = {
    name: 'streams',
    url: `http://127.0.0.1:${port}`,
    profile: findProfile('streams', { streams }),
    users: [{ name: 'ada', email: 'ada', password: 'ada' }],
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const [user] = target.users;
  if (user === undefined) throw new Error('nobody');
  const session = new Session(
    target,
    user,
    new Recorder(describeHistory(target, 'load', 's'), []),
    'a',
  );
  await session.connect();
  const wording = { content: 'hello', act: {} };

  session.say(wording, 'one');
  await vi.waitFor(() => expect(session.listening).toBe(false), { timeout: 60_000 });
  session.say(wording, 'two');
  expect(session.listening).toBe(true);
  await vi.waitFor(() => expect(session.listening).toBe(false), { timeout: 60_000 });
});
