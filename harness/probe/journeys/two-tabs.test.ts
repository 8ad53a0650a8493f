import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import { findProfile } from '../../targets/profiles/profile-table.ts';
import { walk } from '../walk.ts';
import { twoTabs } from './two-tabs.ts';

const streams = {
  title: 'a stream per message, and no way to ask for what was missed',
  transport: { over: 'sse' as const },
  intents: { chat: { ask: '$content', key: '$key' } },
  frames: {
    fields: { run: 'run', call: 'call', tool: 'tool' },
    rules: [
      { when: 'begun', say: 'agent_started' as const },
      { when: 'using', say: 'tool_executing' as const },
      { when: 'done', say: 'agent_completed' as const },
    ],
  },
};

test('a stream that was left by both tabs is no run that the target left open', async () => {
  let runs = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      runs += 1;
      const say = (what: object): boolean =>
        response.write(`data: ${JSON.stringify({ ...what, run: `run-${runs}` })}\n\n`);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      say({ type: 'begun' });
      say({ type: 'using', call: 'c1', tool: 'slow' });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const target = {
    name: 'streams',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    profile: findProfile('streams', { streams }),
    users: ['ada', 'bob'].map((name) => ({ name, email: name, password: name })),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const history = await walk(target, twoTabs, { users: 2, seed: 'left' });
  const closes = history.records.filter((record) => record.type === 'close');
  expect(closes.map(({ cause, epoch }) => [cause, epoch])).toEqual([
    ['probe', 0],
    ['probe', 0],
  ]);
  const alarms = judgeHistory(history).filter(({ verdict }) => verdict === 'fail');
  expect(alarms.map(({ id }) => id)).toEqual([]);
  const waitedMs = history.records.at(-1)?.at ?? Infinity;
  expect(waitedMs).toBeLessThan(target.profile.promises.deadlines.terminal_ms);
});
