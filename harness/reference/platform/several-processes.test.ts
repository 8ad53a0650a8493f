import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startPlatform, type RunningPlatform } from './start-platform.ts';
import { ChatClient, connect, login } from './testing/chat-client.ts';
import { createPostgresSchema } from './testing/postgres-schema.ts';
import { reachService } from './testing/reach-service.ts';

const reachable = (await reachService('PostgreSQL', 5432)) && (await reachService('NATS', 4222));

const cleanups: (() => Promise<void>)[] = [];

async function startTwo(): Promise<[RunningPlatform, RunningPlatform]> {
  const schema = await createPostgresSchema();
  const shared = {
    demoUsers: true,
    database: schema.url,
    bus: `nats://127.0.0.1:4222/test-${randomUUID()}`,
  };
  const one = await startPlatform({ ...shared, instance: 'one' });
  const two = await startPlatform({ ...shared, instance: 'two' });
  cleanups.push(async () => {
    await Promise.all([one.stop(), two.stop()]);
    await schema.drop();
  });
  return [one, two];
}

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

describe.runIf(reachable)('two processes of one platform', () => {
  it('accept the same token, and bring a run of one to the sockets of the other', async () => {
    const [one, two] = await startTwo();
    const { access_token: token } = await login(one);
    const here = await connect(one, token);
    const there = await connect(two, token);
    const events = await here.converse('echo everywhere');
    await there.end(events[0]?.['run_id']);
    expect(there.eventsOf(events[0]?.['run_id'])).toEqual(events);
  });

  it('cancel a run of each other, in the right order', async () => {
    const [one, two] = await startTwo();
    const { access_token: token } = await login(one);
    const here = await connect(one, token);
    const there = await connect(two, token);
    const { run_id: runId } = await here.ask('slow 600000');
    await there.next((frame) => frame.type === 'tool_executing');
    there.send({ type: 'cancel', run_id: runId });
    await there.end(runId);
    const kinds = there.frames.map(({ type }) => type);
    expect(kinds.slice(kinds.indexOf('tool_executing'))).toEqual([
      'tool_executing',
      'cancel_accepted',
      'tool_completed',
      'agent_cancelled',
    ]);
  });

  it('resume a run of each other without a gap or an unmarked repetition', async () => {
    const [one, two] = await startTwo();
    const { access_token: token } = await login(one);
    const here = await connect(one, token);
    const { run_id: runId } = await here.ask('slow 100 ; long 300');
    await here.next((frame) => frame.type === 'message_delta');
    const there = await connect(two, token);
    there.send({ type: 'resume', run_id: runId, after_seq: 0 });
    await there.nextOfType('resume_completed');
    await there.end(runId);
    const events = there.eventsOf(runId);
    const live = events.filter((event) => event['replay'] !== true);
    const numbers = new Set(events.map((event) => event['seq']));
    expect(numbers.size).toBe(Math.max(...[...numbers].map(Number)));
    expect(new Set(live.map((event) => event['seq'])).size).toBe(live.length);
  });

  it('let in with a ticket of each other, once', async () => {
    const [one, two] = await startTwo();
    const { access_token: token } = await login(one);
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${one.url}/auth/ws-ticket`, { method: 'POST', headers });
    const { ticket } = (await response.json()) as { ticket: string };
    const there = new ChatClient(new WebSocket(`${two.wsUrl}?ticket=${ticket}`));
    await there.nextOfType('connection_established');
    const late = new WebSocket(`${one.wsUrl}?ticket=${ticket}`);
    late.on('error', () => {});
    const [, refusal] = await once(late, 'unexpected-response');
    expect((refusal as IncomingMessage).statusCode).toBe(401);
    late.terminate();
  });

  it('end the sockets of a session that was logged out at the other', async () => {
    const [one, two] = await startTwo();
    const { access_token: token } = await login(one);
    const there = await connect(two, token);
    const headers = { authorization: `Bearer ${token}` };
    await fetch(`${one.url}/auth/logout`, { method: 'POST', headers });
    await expect(there.closed).resolves.toMatchObject({ code: 4401 });
  });
});
