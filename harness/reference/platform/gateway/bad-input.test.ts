import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlatform, type RunningPlatform } from '../start-platform.ts';
import { connectUser } from '../testing/chat-client.ts';

let platform: RunningPlatform;

beforeAll(async () => {
  platform = await startPlatform({ demoUsers: true });
});
afterAll(() => platform.stop());

const message = { type: 'chat_message', content: 'plain a', idempotency_key: 'k' };

describe('a frame that is wrong', () => {
  it.each([
    ['{', 'INVALID_JSON'],
    ['', 'INVALID_JSON'],
    ['null', 'INVALID_SHAPE'],
    ['[]', 'INVALID_SHAPE'],
    ['"chat_message"', 'INVALID_SHAPE'],
    ['{"content":"a"}', 'INVALID_SHAPE'],
    ['{"type":"constructor"}', 'UNKNOWN_TYPE'],
    ['{"type":"user_message","content":"a"}', 'UNKNOWN_TYPE'],
    ['{"type":"chat_message"}', 'INVALID_FIELD'],
    [{ ...message, content: '' }, 'INVALID_FIELD'],
    [{ ...message, content: 7 }, 'INVALID_FIELD'],
    [{ ...message, content: 'x'.repeat(16_385) }, 'INVALID_FIELD'],
    [{ ...message, user_id: 'somebody' }, 'INVALID_FIELD'],
    [{ ...message, idempotency_key: undefined }, 'INVALID_FIELD'],
    [{ type: 'resume', run_id: 'r', after_seq: -1 }, 'INVALID_FIELD'],
    [{ type: 'resume', run_id: 'r', after_seq: 1.5 }, 'INVALID_FIELD'],
    [{ ...message, thread_id: 'thr_nobody' }, 'NOT_FOUND'],
    [{ type: 'cancel', run_id: 'run_nobody' }, 'NOT_FOUND'],
    [{ type: 'resume', run_id: 'run_nobody', after_seq: 0 }, 'NOT_FOUND'],
  ])('%j is answered with %s, and the connection lives on', async (frame, code) => {
    const client = await connectUser(platform);
    client.send(frame);
    await expect(client.nextOfType('error')).resolves.toMatchObject({ code });
    client.send({ type: 'ping' });
    await client.nextOfType('pong');
    expect(client.frames.map(({ type }) => type)).toEqual([
      'connection_established',
      'error',
      'pong',
    ]);
    client.socket.close();
  });

  it('is named in the answer, where it has a name', async () => {
    const client = await connectUser(platform);
    client.send({ ...message, idempotency_key: 'mine', extra: 1 });
    await expect(client.nextOfType('error')).resolves.toMatchObject({ in_reply_to: 'mine' });
    client.socket.close();
  });
});

describe('abuse is closed', () => {
  it('with 1003 for binary frames', async () => {
    const client = await connectUser(platform);
    client.socket.send(Buffer.from('{"type":"ping"}'), { binary: true });
    await expect(client.closed).resolves.toMatchObject({ code: 1003 });
  });

  it('with 1007 for text that is not UTF-8', async () => {
    const client = await connectUser(platform);
    client.socket.send(Buffer.from([0xc3, 0x28]), { binary: false });
    await expect(client.closed).resolves.toMatchObject({ code: 1007 });
  });

  it('with 1009 for a frame beyond the limit', async () => {
    const client = await connectUser(platform);
    client.send('x'.repeat(128 * 1024 + 1));
    await expect(client.closed).resolves.toMatchObject({ code: 1009 });
  });

  it('with 1008 for a flood, after it was told to slow down', async () => {
    const client = await connectUser(platform);
    // More than the allowance of a minute and a half: a machine that stands still for seconds lets it grow meanwhile.
    for (let number = 0; number < 5_000; number += 1) client.send({ type: 'ping' });
    await expect(client.closed).resolves.toMatchObject({ code: 1008 });
    expect(client.frames).toContainEqual(expect.objectContaining({ code: 'RATE_LIMITED' }));
  });
});

describe('who asks for ids that are not theirs', () => {
  const resume = (run_id: string) => ({ type: 'resume', run_id, after_seq: 0 });

  it.each([
    ["a stranger's run", async () => (await connectUser(platform, 2)).ask('plain mine')],
    ['a run that never was', async () => ({ run_id: 'run_nobody' })],
  ])('is let go with 4403 after twenty in a row, alike for %s', async (_, find) => {
    const runId = String((await find())['run_id']);
    const client = await connectUser(platform);
    for (let number = 0; number < 40; number += 1) client.send(resume(runId));
    await expect(client.closed).resolves.toEqual({ code: 4403, reason: 'these ids are not yours' });
    const codes = client.frames.slice(1).map((frame) => frame['code']);
    expect(codes).toEqual(Array.from({ length: 20 }, () => 'NOT_FOUND'));
  });

  it('may go on when one of their own was among them', async () => {
    const client = await connectUser(platform);
    const { run_id: mine } = await client.ask('plain mine');
    await client.end(mine);
    for (let number = 0; number < 50; number += 1) {
      client.send(resume(number % 10 === 0 ? String(mine) : 'run_nobody'));
    }
    client.send({ type: 'ping' });
    await expect(client.nextOfType('pong')).resolves.toEqual({ type: 'pong' });
    client.socket.close();
  });
});

it('takes the longest message there may be, in the longest spelling', async () => {
  const client = await connectUser(platform);
  const content = `plain ${'\u0001'.repeat(16_378)}`;
  const events = await client.converse(content);
  expect(events.at(-1)).toMatchObject({ type: 'agent_completed' });
  client.socket.close();
});
