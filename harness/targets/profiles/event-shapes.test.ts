import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import { goldenPath } from '../../probe/journeys/golden-path.ts';
import { walk } from '../../probe/walk.ts';
import { demoUsers } from '../demo-users.ts';
import { findProfile } from './profile-table.ts';

type Layer = 'payload' | 'data' | 'flat';

/** A platform of one shape family: a login, and a socket on which each message is answered by one run. */
async function openPlatform(layer: Layer, without: string[] = []): Promise<string> {
  const http = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"access_token":"a-token"}');
  });
  const sockets = new WebSocketServer({ server: http, path: '/ws' });
  let runs = 0;
  sockets.on('connection', (socket) => {
    socket.on('message', (raw: Buffer) => {
      const asked = JSON.parse(raw.toString()) as { content: string; idempotency_key: string };
      runs += 1;
      const run_id = `run-${runs}`;
      const say = (type: string, fields: object): void => {
        if (without.includes(type)) return;
        const inside = { run_id, thread_id: `thread-${runs}`, ...fields };
        const frame = layer === 'flat' ? { type, ...inside } : { type, [layer]: inside };
        socket.send(JSON.stringify({ ...frame, timestamp: new Date().toISOString() }));
      };
      say('message_accepted', { idempotency_key: asked.idempotency_key });
      say('agent_started', {});
      say('agent_thinking', { thought: 'A tool will do.' });
      for (const [, tool_name = '', text = ''] of asked.content.matchAll(/tool (\w+) with (.*)/g)) {
        const status = tool_name === 'fail' ? 'failed' : 'completed';
        say('tool_executing', { tool_name, parameters: JSON.parse(text) as unknown });
        say('tool_completed', { tool_name, status, result: text });
      }
      say('message_delta', { message_id: `answer-${runs}`, text: 'done' });
      say('agent_completed', { result: 'done' });
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(() => {
    for (const client of sockets.clients) client.terminate();
    http.close();
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

async function judge(layer: Layer, without?: string[]) {
  const target = {
    name: layer,
    url: await openPlatform(layer, without),
    profile: findProfile(`events-${layer}`),
    users: demoUsers(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const history = await walk(target, goldenPath, { users: 2, seed: layer, lingerMs: 10 });
  const results = judgeHistory(history).filter(({ level }) => level === 'MUST');
  const ids = (wanted: string): string[] =>
    results.filter(({ verdict }) => verdict === wanted).map(({ id }) => id);
  return { failed: ids('fail'), passed: ids('pass') };
}

const layers: readonly Layer[] = ['payload', 'data', 'flat'];

test.each(layers)('%s: what the shape says is judged, and it is sound', async (layer) => {
  const { failed, passed } = await judge(layer);
  expect(failed).toEqual([]);
  const exercised = [
    'LIFE-START',
    'LIFE-TERM',
    'PAIR-OPEN',
    'PAIR-OUTCOME',
    'ORD-PO',
    'TXT-CONCAT',
  ];
  expect(passed).toEqual(expect.arrayContaining(exercised));
});

test.each(layers)('%s: an event that is missing is missed', async (layer) => {
  expect((await judge(layer, ['tool_completed'])).failed).toContain('PAIR-OPEN');
});
