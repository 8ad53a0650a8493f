import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { judgeHistory } from '../../harness/checks/judge/judge-history.ts';
import { goldenPath } from '../../harness/probe/journeys/golden-path.ts';
import { walk } from '../../harness/probe/walk.ts';
import { learnProfile } from '../../harness/run/learn-profile.ts';
import { loadConfig } from '../../harness/run/load-config.ts';
import { openTarget } from '../../harness/targets/open-target.ts';

let brews = 0;

/** A protocol that nobody else speaks, and no word of it says what it means. */
async function brew(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { order, ticket } = (await json(request)) as { order: string; ticket: string };
  const no = `${(brews += 1)}-${ticket}`;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  let n = 0;
  const say = (phase: string, more: object = {}): void => {
    const frame = { phase, brew: { no, n: (n += 1) }, ...more };
    response.write(`data: ${JSON.stringify(frame)}\n\n`);
  };
  say('KNOCK', { ticket });
  say('BOIL');
  const brought: string[] = [];
  for (const [, gear = '', text = ''] of order.matchAll(/^Use the tool (\w+) with (.*)$/gm)) {
    const id = `${no}-${brought.length}`;
    say('FETCH', { job: { id, gear, with: JSON.parse(text) as unknown } });
    brought.push(text);
    say('SHELF', { job: { id }, ...(gear === 'fail' ? { oops: 'it broke' } : { found: text }) });
  }
  const tea = brought.join(' ') || 'One. Two. Three.';
  for (const drop of tea.match(/[\s\S]{1,7}/g) ?? []) say('DRIP', { cup: no, drop });
  say('POURED', { tea });
  response.end();
}

async function openKettle(): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === '/keys') {
      request.resume();
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"key":{"value":"a-key"}}');
    } else if (request.headers['x-kettle-key'] === 'a-key') void brew(request, response);
    else response.writeHead(401).end('no key');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const [, example = ''] =
  /^```js\n([\s\S]*?)^```/m.exec(readFileSync('docs/profiles.md', 'utf8')) ?? [];

async function configOf(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-learn-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'golden-path.config.js');
  writeFileSync(file, text);
  return loadConfig(file);
}

test('a profile that was learned of a protocol with odd names judges its server', async () => {
  const asked = example.replace('http://127.0.0.1:8000', await openKettle());
  const learned = await learnProfile('mine', await configOf(asked), undefined, () => {});
  const complete = asked.replace(/ {6}frames: .*\n/, learned);
  expect(complete).not.toBe(asked);
  const target = await openTarget('mine', await configOf(complete));
  const history = await walk(target, goldenPath, { users: 2, seed: 'learned', lingerMs: 10 });
  const results = judgeHistory(history);
  const must = results.filter(({ level }) => level === 'MUST');
  expect(must.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
  const passed = must.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id);
  const exercised = ['LIFE-START', 'PAIR-OPEN', 'PAIR-OUTCOME', 'ORD-SEQ-GAP', 'TXT-CONCAT'];
  expect(passed).toEqual(expect.arrayContaining(exercised));
});

test('where no built-in way gets an answer, each is named with what it was answered', async () => {
  const url = await openKettle();
  const said: string[] = [];
  const learning = learnProfile(url, await configOf('export default {};'), undefined, (line) =>
    said.push(line),
  );
  await expect(learning).rejects.toThrow('write transport and intents of a profile of your own');
  expect(said).toContain('speaking as ag-ui: answered 401 no key');
});
