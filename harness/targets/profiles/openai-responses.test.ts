import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import { goldenPath } from '../../probe/journeys/golden-path.ts';
import { walk } from '../../probe/walk.ts';
import { demoUsers } from '../demo-users.ts';
import { findProfile } from './profile-table.ts';

type Frame = Record<string, unknown>;
type Asked = { input: { type: string; content?: { text: string }[]; output?: string }[] };

let responses = 0;

/** The events of one response: calls of tools where they are asked for, else a text. Each counts from 0. */
function respond({ input }: Asked): Frame[] {
  responses += 1;
  const id = `response-${responses}`;
  const text = input.flatMap(({ content = [] }) => content.map((part) => part.text)).join('\n');
  const uses = [...text.matchAll(/^Use the tool (\w+) with (.*)$/gm)];
  const output: Frame[] = uses.map(([, name, given], place) => ({
    type: 'function_call',
    call_id: `call-${responses}-${place}`,
    name,
    arguments: given,
  }));
  const answer = input.map((item) => item.output ?? '').join(' ') || 'done';
  const item_id = `message-${responses}`;
  const said: Frame[] =
    output.length > 0
      ? output.map((item) => ({ type: 'response.output_item.done', item }))
      : (answer.match(/[\s\S]{1,4}/g) ?? []).map((delta) => ({
          type: 'response.output_text.delta',
          item_id,
          delta,
        }));
  const items =
    output.length > 0 ? output : [{ type: 'message', content: [{ type: 'text', text: answer }] }];
  return [
    { type: 'response.created', response: { id } },
    { type: 'response.in_progress', response: { id } },
    ...said,
    { type: 'response.completed', response: { id, output: items } },
  ].map((frame, sequence_number) => ({ ...frame, sequence_number }));
}

/** What fails of a server whose numbers are changed like this. */
async function failuresOf(change: (frames: Frame[]) => Frame[]): Promise<Map<string, string>> {
  const server = createServer(async (request, response) => {
    const frames = change(respond((await json(request)) as Asked));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(frames.map((frame) => `data: ${JSON.stringify(frame)}\n\n`).join(''));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const target = {
    name: 'numbered',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    profile: findProfile('openai-responses'),
    users: demoUsers(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const history = await walk(target, goldenPath, { users: 1, seed: 'numbers', lingerMs: 10 });
  const results = judgeHistory(history);
  const numbers = results.find(({ id }) => id === 'ORD-SEQ-MONO');
  const failed = results.filter(({ verdict, level }) => verdict === 'fail' && level === 'MUST');
  return new Map([
    ['numbers', numbers?.verdict ?? 'absent'],
    ...failed.map(({ id, witnesses: [first] }) => [id, first?.however ?? ''] as const),
  ]);
}

/** Two neighbours in the middle change their numbers; the frames stay where they are. */
const swapNumbers = (frames: Frame[]): Frame[] =>
  frames.map((frame, place) =>
    place === 1 || place === 2 ? { ...frame, sequence_number: 3 - place } : frame,
  );

test('numbers that go up in each response are sound, and each response counts anew', async () => {
  expect(await failuresOf((frames) => frames)).toEqual(new Map([['numbers', 'pass']]));
});

test('a number that comes after a larger one is found', async () => {
  const failed = await failuresOf(swapNumbers);
  expect([...failed.keys()]).toEqual(['numbers', 'ORD-SEQ-MONO']);
  expect(failed.get('ORD-SEQ-MONO')).toContain('number 1');
});

test('a number that stands for two events is found', async () => {
  const failed = await failuresOf((frames) =>
    frames.map((frame, place) => (place === 2 ? { ...frame, sequence_number: 1 } : frame)),
  );
  // The number that it should have had is missing.
  expect([...failed.keys()]).toEqual(['numbers', 'ORD-SEQ-DUP', 'ORD-SEQ-GAP']);
});

test('a number that is missing is found', async () => {
  const failed = await failuresOf((frames) => frames.filter((_, place) => place !== 1));
  expect([...failed.keys()]).toEqual(['numbers', 'ORD-SEQ-GAP']);
});

/** Puts a frame at a place, and numbers what follows anew. */
const insert = (frames: Frame[], place: number, frame: Frame): Frame[] =>
  frames.toSpliced(place, 0, frame).map((each, sequence_number) => ({ ...each, sequence_number }));

test.each([1, 2])('a numbered heartbeat at place %i is legal', async (place) => {
  const failed = await failuresOf((frames) => insert(frames, place, { type: 'keepalive' }));
  expect([...failed]).toEqual([['numbers', 'pass']]);
});

test('an event that nobody knows yet has its number, and leaves no gap', async () => {
  const failed = await failuresOf((frames) => insert(frames, 2, { type: 'moon.rise' }));
  expect([...failed]).toEqual([['numbers', 'pass']]);
});

test('an error and the response that failed of it are one end', () => {
  const projection = findProfile('openai-responses').project();
  projection.sent?.(JSON.stringify({ metadata: { key: 'k' } }), 1);
  const kinds = [
    { type: 'response.created', response: { id: 'r' } },
    { type: 'error', error: { code: 'rate_limit_exceeded' } },
    { type: 'response.failed', response: { id: 'r', error: { code: 'rate_limit_exceeded' } } },
  ].map((frame) => projection.received(JSON.stringify(frame)).events.map(({ kind }) => kind));
  expect(kinds).toEqual([
    ['message_accepted', 'agent_started'],
    ['agent_error'],
    ['progress_update'],
  ]);
});

test('a server without numbers is no failure, and no pass', async () => {
  const failed = await failuresOf((frames) =>
    frames.map((frame) => ({ ...frame, sequence_number: undefined })),
  );
  expect([...failed]).toEqual([['numbers', 'unknown']]);
});
