import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { judgeHistory } from '../../harness/checks/judge/judge-history.ts';
import { goldenPath } from '../../harness/probe/journeys/golden-path.ts';
import { walk } from '../../harness/probe/walk.ts';
import { loadConfig } from '../../harness/run/load-config.ts';
import { openTarget } from '../../harness/targets/open-target.ts';
import type { Projection } from '../../harness/targets/profile.ts';
import { findProfile, profileNames } from '../../harness/targets/profiles/profile-table.ts';

const page = readFileSync('docs/profiles.md', 'utf8');

/** The server that the page speaks of; `without` leaves frames out. */
async function openJobServer(without: string[] = []): Promise<string> {
  let jobs = 0;
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const { question } = body as { question: string };
      const job = `job-${(jobs += 1)}`;
      const frames: Record<string, unknown>[] = [{ is: 'begun' }, { is: 'tick-1' }];
      for (const [, tool, text = ''] of question.matchAll(/tool (\w+) with (.*)/g)) {
        const id = `use-${jobs}-${frames.length}`;
        frames.push({ is: 'using', use: { id, tool, with: JSON.parse(text) as unknown } });
        const broke = tool === 'fail' ? { broke: 'as asked' } : {};
        frames.push({ is: 'used', use: { id, tool, result: text, ...broke } });
      }
      frames.push({ is: 'says', words: 'all ' }, { is: 'says', words: 'done' });
      frames.push({ is: 'done', answer: 'all done' });
      response.writeHead(request.url === '/ask' ? 200 : 404, {
        'content-type': 'text/event-stream',
      });
      const told = frames.filter(({ is }) => !without.includes(String(is)));
      response.end(told.map((frame) => `data: ${JSON.stringify({ ...frame, job })}\n\n`).join(''));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function judgeByPage(without?: string[]) {
  const [, example = ''] = /^```ts\n([\s\S]*?)^```/m.exec(page) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-profiles-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'golden-path.config.ts');
  const entry = JSON.stringify(join(process.cwd(), 'harness/contract/config.ts'));
  const url = await openJobServer(without);
  writeFileSync(
    file,
    example.replace("'golden-path'", entry).replace('http://127.0.0.1:8000', url),
  );
  const target = await openTarget('mine', await loadConfig(file));
  const history = await walk(target, goldenPath, { users: 2, seed: 'page', lingerMs: 10 });
  const must = judgeHistory(history).filter(({ level }) => level === 'MUST');
  const ids = (wanted: string): string[] =>
    must.filter(({ verdict }) => verdict === wanted).map(({ id }) => id);
  return { failed: ids('fail'), passed: ids('pass') };
}

test('the profile on the page judges the server on the page', async () => {
  const { failed, passed } = await judgeByPage();
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

test('it notices what is missing', async () => {
  expect((await judgeByPage(['used'])).failed).toEqual(['PAIR-OPEN']);
  expect((await judgeByPage(['done'])).failed).toContain('LIFE-TERM-TRUNC');
});

test('the page lists the built-in profiles, all of them and no other', () => {
  const [, table = ''] = /^\| profile [\s\S]*?\n([\s\S]*?)\n\n/m.exec(page) ?? [];
  const listed = [...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name);
  expect(new Set(listed)).toEqual(new Set(profileNames));
});

/** The pieces of a profile that the page shows, in its order: a rule, frames that come in lists, tools of the client. */
function pieces(): string[] {
  const [, ...rest] = [...page.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = '']) => code);
  return rest;
}

/** Reads a configuration whose one profile has these parts beside what every profile needs. */
async function projectBy(parts: string): Promise<Projection> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-profiles-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'golden-path.config.ts');
  const intents = JSON.stringify({ chat: { id: '$key', ask: '$content' } });
  writeFileSync(
    file,
    `export default { profiles: { mine: { title: 'page', transport: { over: 'sse' }, intents: ${intents}, ${parts} } } };`,
  );
  const { profiles } = await loadConfig(file);
  return findProfile('mine', profiles).project();
}

test('the rule and the tools of the client that the page shows are parts of a profile', async () => {
  const [rule = '', , tools = ''] = pieces();
  const projection = await projectBy(
    `frames: { rules: [${rule}, { when: 'done', say: 'agent_completed' }], ${tools} }`,
  );
  const told = (kind: string) =>
    projection
      .received(JSON.stringify({ type: 'block_start', block: { type: kind } }))
      .events.map((event) => event.kind);
  expect([told('call'), told('text')]).toEqual([['tool_executing'], ['unknown']]);
  const items = [
    { type: 'call', id: 'c', name: 'echo', arguments: '{"text":"a"}' },
    { type: 'text' },
  ];
  const closed = projection.received(JSON.stringify({ type: 'done', reply: { items } }));
  expect(closed.replies?.map((each) => JSON.parse(each) as unknown)).toMatchObject([
    { input: [{ type: 'result', id: 'c', output: '{"text":"a"}' }] },
  ]);
});

test('the frames in lists that the page shows are read one by one, each with its run', async () => {
  const [, lists = ''] = pieces();
  const example = /\/\/ (\{.*\})$/m.exec(lists)?.[1] ?? 'no example';
  const projection = await projectBy(lists);
  const { events } = projection.received(example);
  expect(events.map(({ kind, run, call, tool }) => ({ kind, run, call, tool }))).toEqual([
    { kind: 'agent_started', run: '7', call: undefined, tool: undefined },
    { kind: 'tool_executing', run: '7', call: 'c1', tool: 'echo' },
    { kind: 'agent_completed', run: '7', call: undefined, tool: undefined },
  ]);
});
