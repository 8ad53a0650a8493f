import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WireEventSchema } from '../../contract/wire-event.ts';
import { startPlatform, type RunningPlatform } from './start-platform.ts';
import { connectUser, login, type AnyFrame } from './testing/chat-client.ts';

let platform: RunningPlatform;

beforeAll(async () => {
  platform = await startPlatform({ demoUsers: true, build: 'build-7' });
});
afterAll(() => platform.stop());

const kinds = (events: readonly AnyFrame[]) => events.map(({ type }) => type);
const payloads = (events: readonly AnyFrame[], type: string) =>
  events.filter((event) => event.type === type).map((event) => event['payload']);

async function getJson(path: string, token?: string): Promise<{ status: number; body: never }> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${platform.url}${path}`, { headers });
  return { status: response.status, body: (await response.json()) as never };
}

describe('the golden path', () => {
  it('delivers the five critical events, numbered, of the declared shape, with the answer', async () => {
    const client = await connectUser(platform);
    const events = await client.converse('echo nonce-4711');
    expect(kinds(events)).toEqual([
      'agent_started',
      'agent_thinking',
      'tool_executing',
      'tool_completed',
      'message_delta',
      'agent_completed',
    ]);
    for (const [index, event] of events.entries()) {
      const parsed = WireEventSchema.parse(event);
      expect(parsed.seq).toBe(index + 1);
      expect(parsed.user_id).toBe(client.frames[0]?.['user_id']);
    }
    expect(payloads(events, 'agent_completed')).toEqual([
      expect.objectContaining({ result: 'nonce-4711\n', fallbacks: 0 }),
    ]);
    expect(client.frames[0]).toMatchObject({ type: 'connection_established', build: 'build-7' });
    client.socket.close();
  });

  it('stores the answer before it calls the run complete', async () => {
    const { access_token: token } = await login(platform, 4);
    const client = await connectUser(platform, 4);
    const events = await client.converse('count visits');
    const threadId = String(events[0]?.['thread_id']);
    const { body } = await getJson(`/threads/${threadId}/messages`, token);
    expect(body).toMatchObject({
      messages: [
        { role: 'user', content: 'count visits' },
        { role: 'assistant', content: 'visits = 1\n' },
      ],
    });
    await expect(getJson('/threads', token)).resolves.toMatchObject({
      body: { threads: [{ thread_id: threadId, title: 'count visits' }] },
    });
    client.socket.close();
  });

  it('goes on in a thread that exists', async () => {
    const client = await connectUser(platform);
    const { thread_id: threadId } = await client.ask('plain one');
    client.send({
      type: 'chat_message',
      content: 'plain two',
      thread_id: threadId,
      idempotency_key: 'second',
    });
    const accepted = await client.next((frame) => frame['idempotency_key'] === 'second');
    expect(accepted['thread_id']).toBe(threadId);
    client.socket.close();
  });

  it('streams deltas that add up to the answer, whatever characters they hold', async () => {
    const client = await connectUser(platform);
    const events = await client.converse('long 100');
    const deltas = payloads(events, 'message_delta') as { offset: number; text: string }[];
    expect(deltas).toHaveLength(100);
    let text = '';
    for (const delta of deltas) {
      expect(delta.offset).toBe(text.length);
      text += delta.text;
    }
    expect(payloads(events, 'agent_completed')).toMatchObject([{ result: text }]);
    client.socket.close();
  });
});

describe('tools', () => {
  it.each([
    ['fail', 'failed'],
    ['overrun', 'timed_out'],
    ['echo a', 'completed'],
  ])('"%s" is announced, ends as %s, and the run completes', async (message, status) => {
    const client = await connectUser(platform);
    const events = await client.converse(message);
    expect(payloads(events, 'tool_executing')).toHaveLength(1);
    expect(payloads(events, 'tool_completed')).toEqual([expect.objectContaining({ status })]);
    expect(events.at(-1)?.type).toBe('agent_completed');
    client.socket.close();
  });

  it('run in parallel and are paired by id', async () => {
    const client = await connectUser(platform);
    const events = await client.converse('parallel left right');
    const ids = (type: string) =>
      payloads(events, type).map((payload) => (payload as { tool_call_id: string }).tool_call_id);
    expect(new Set(ids('tool_executing')).size).toBe(2);
    expect(ids('tool_completed').toSorted()).toEqual(ids('tool_executing').toSorted());
    client.socket.close();
  });

  it('that do not exist are never announced', async () => {
    const client = await connectUser(platform);
    const events = await client.converse('ghost');
    expect(kinds(events)).not.toContain('tool_executing');
    expect(payloads(events, 'progress_update')).toEqual([
      expect.objectContaining({ status: 'tool_refused', tool_name: 'ghost' }),
    ]);
    client.socket.close();
  });
});

describe('several connections', () => {
  it('of one user see the same events', async () => {
    const first = await connectUser(platform, 5);
    const second = await connectUser(platform, 5);
    const events = await first.converse('echo both');
    await second.end(events[0]?.['run_id']);
    expect(second.eventsOf(events[0]?.['run_id'])).toEqual(events);
    expect(kinds(second.frames)).not.toContain('message_accepted');
    first.socket.close();
    second.socket.close();
  });

  it('of eight users see nothing of each other', async () => {
    const users = await Promise.all(
      [11, 12, 13, 14, 15, 16, 17, 18].map((user) => connectUser(platform, user)),
    );
    await Promise.all(
      users.flatMap((client, index) => [
        client.converse(`echo canary-${index}-a ; slow 20 ; echo canary-${index}-b`),
        client.converse(`parallel canary-${index}-c canary-${index}-d`),
      ]),
    );
    for (const [index, { frames, socket }] of users.entries()) {
      const owners = new Set(frames.flatMap((frame) => frame['user_id'] ?? []));
      expect(owners).toEqual(new Set([frames[0]?.['user_id']]));
      const canaries = JSON.stringify(frames).match(/canary-\d+/g);
      expect(new Set(canaries)).toEqual(new Set([`canary-${index}`]));
      socket.close();
    }
  });
});

describe('a repeated chat_message', () => {
  it('gets the same answer and starts nothing', async () => {
    const client = await connectUser(platform, 6);
    const first = await client.ask('count once', 'same-key');
    client.send({ type: 'chat_message', content: 'count once', idempotency_key: 'same-key' });
    await client.end(first['run_id']);
    const last = await client.converse('count once');
    const answers = client.frames.filter((frame) => frame['idempotency_key'] === 'same-key');
    expect(answers).toEqual([first, first]);
    expect(payloads(last, 'agent_completed')).toMatchObject([{ result: 'once = 2\n' }]);
    client.socket.close();
  });
});

describe('cancel', () => {
  it('ends the tool and the run, in this order, and nothing follows', async () => {
    const client = await connectUser(platform);
    const { run_id: runId } = await client.ask('slow 60000 ; echo never');
    await client.next((frame) => frame['run_id'] === runId && frame.type === 'tool_executing');
    client.send({ type: 'cancel', run_id: runId });
    await client.end(runId);
    const all = client.frames.filter((frame) => frame['run_id'] === runId);
    expect(kinds(all)).toEqual([
      'message_accepted',
      'agent_started',
      'agent_thinking',
      'tool_executing',
      'cancel_accepted',
      'tool_completed',
      'agent_cancelled',
    ]);
    expect(payloads(all, 'tool_completed')).toMatchObject([{ status: 'cancelled' }]);
    client.socket.close();
  });

  it('in the middle of a stream is followed by the terminal only', async () => {
    const client = await connectUser(platform);
    const { run_id: runId } = await client.ask('long 10000');
    await client.next((frame) => frame['run_id'] === runId && frame.type === 'message_delta');
    client.send({ type: 'cancel', run_id: runId });
    await client.end(runId);
    const all = kinds(client.frames.filter((frame) => frame['run_id'] === runId));
    expect(all.slice(all.indexOf('cancel_accepted'))).toEqual([
      'cancel_accepted',
      'agent_cancelled',
    ]);
    client.socket.close();
  });

  it('of a run that has ended is refused', async () => {
    const client = await connectUser(platform);
    const events = await client.converse('plain done');
    client.send({ type: 'cancel', run_id: events[0]?.['run_id'] });
    await expect(client.nextOfType('error')).resolves.toMatchObject({ code: 'RUN_ENDED' });
    client.socket.close();
  });

  it('of a stranger is refused as if the run did not exist', async () => {
    const owner = await connectUser(platform, 7);
    const stranger = await connectUser(platform, 8);
    const { run_id: runId } = await owner.ask('slow 200');
    stranger.send({ type: 'cancel', run_id: runId });
    await expect(stranger.nextOfType('error')).resolves.toMatchObject({ code: 'NOT_FOUND' });
    await expect(owner.end(runId)).resolves.toMatchObject({ type: 'agent_completed' });
    owner.socket.close();
    stranger.socket.close();
  });
});

describe('resume', () => {
  it('replays what came after the cursor, declared, and says where it ends', async () => {
    const client = await connectUser(platform);
    const events = await client.converse('echo again');
    const runId = events[0]?.['run_id'];
    client.socket.close();
    const back = await connectUser(platform);
    const bystander = await connectUser(platform);
    back.send({ type: 'resume', run_id: runId, after_seq: 2 });
    await expect(back.nextOfType('resume_completed')).resolves.toMatchObject({ last_seq: 6 });
    bystander.send({ type: 'ping' });
    await bystander.nextOfType('pong');
    expect(kinds(bystander.frames)).toEqual(['connection_established', 'pong']);
    bystander.socket.close();
    expect(back.eventsOf(runId)).toEqual(
      events.slice(2).map((event) => ({ ...event, replay: true })),
    );
    back.socket.close();
  });

  it('in the middle of a run goes over into live events without a gap or an unmarked repetition', async () => {
    const client = await connectUser(platform, 9);
    const { run_id: runId } = await client.ask('echo a ; slow 100 ; long 200');
    await client.next((frame) => frame['run_id'] === runId && frame.type === 'tool_executing');
    client.socket.terminate();
    const back = await connectUser(platform, 9);
    back.send({ type: 'resume', run_id: runId, after_seq: 1 });
    await back.end(runId);
    await back.nextOfType('resume_completed');
    const events = back.eventsOf(runId);
    const live = events.filter((event) => event['replay'] !== true);
    const numbers = new Set([1, ...events.map((event) => event['seq'])]);
    expect(numbers.size).toBe(Math.max(...[...numbers].map(Number)));
    expect(new Set(live.map((event) => event['seq'])).size).toBe(live.length);
    back.socket.close();
  });

  it('refuses a cursor beyond the run, and a stranger', async () => {
    const client = await connectUser(platform);
    const events = await client.converse('plain mine');
    const runId = events[0]?.['run_id'];
    client.send({ type: 'resume', run_id: runId, after_seq: 99 });
    await expect(client.nextOfType('error')).resolves.toMatchObject({ code: 'CURSOR_UNKNOWN' });
    const stranger = await connectUser(platform, 10);
    stranger.send({ type: 'resume', run_id: runId, after_seq: 0 });
    await expect(stranger.nextOfType('error')).resolves.toMatchObject({ code: 'NOT_FOUND' });
    expect(stranger.eventsOf(runId)).toEqual([]);
    client.socket.close();
    stranger.socket.close();
  });
});

describe('over HTTP', () => {
  it('tells that it is alive, ready, and what it does', async () => {
    await expect(getJson('/healthz')).resolves.toMatchObject({ status: 200 });
    await expect(getJson('/readyz')).resolves.toMatchObject({ status: 200 });
    const metrics = await (await fetch(`${platform.url}/metrics`)).text();
    expect(metrics).toMatch(/^golden_path_events_total [1-9]/m);
  });

  it('shows a thread to its owner only', async () => {
    const client = await connectUser(platform);
    const events = await client.converse('plain secret');
    const path = `/threads/${String(events[0]?.['thread_id'])}/messages`;
    const { access_token: stranger } = await login(platform, 20);
    await expect(getJson(path, stranger)).resolves.toMatchObject({ status: 404 });
    await expect(getJson(path)).resolves.toMatchObject({ status: 401 });
    client.socket.close();
  });
});
