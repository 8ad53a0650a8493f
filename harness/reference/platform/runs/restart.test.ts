import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPlatform, type RunningPlatform } from '../start-platform.ts';
import { connect, connectUser, login } from '../testing/chat-client.ts';
import { startPlatformProcess } from '../testing/start-platform-process.ts';

let folder: string;
let database: string;
let restarted: RunningPlatform | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-path-restart-'));
  database = join(folder, 'store.db');
});

afterEach(async () => {
  await restarted?.stop();
  restarted = undefined;
  await rm(folder, { recursive: true });
});

async function restart(): Promise<RunningPlatform> {
  restarted = await startPlatform({ demoUsers: true, database });
  return restarted;
}

describe('a platform that is killed in the middle of a run', () => {
  it('closes the tool and the run after its restart, and the login still holds', async () => {
    const { child, platform } = await startPlatformProcess({ database });
    const { access_token: token } = await login(platform);
    const client = await connect(platform, token);
    const { run_id: runId } = await client.ask('echo first ; slow 600000');
    await client.next((frame) => frame.type === 'tool_executing' && frame['seq'] === 7);
    child.kill('SIGKILL');
    await client.closed;

    const back = await connect(await restart(), token);
    back.send({ type: 'resume', run_id: runId, after_seq: 7 });
    await back.nextOfType('resume_completed');
    expect(back.eventsOf(runId)).toMatchObject([
      { type: 'tool_completed', seq: 8, payload: { status: 'cancelled', tool_name: 'slow' } },
      { type: 'agent_error', seq: 9, payload: { error_code: 'RUN_INTERRUPTED' } },
    ]);
  });
});

describe('a platform that is stopped in the middle of a run', () => {
  it('lets the run finish, says 1012, and the run can be resumed after the restart', async () => {
    const limits = { shutdownGraceMs: 120_000 };
    const platform = await startPlatform({ demoUsers: true, database, limits });
    const client = await connectUser(platform);
    // Long enough that the message below comes while it runs, also when this process is not let run for a moment.
    const { run_id: runId } = await client.ask('slow 2000 ; echo after');
    await client.next((frame) => frame.type === 'tool_executing');
    const seen = client.eventsOf(runId).length;
    const stopped = platform.stop();
    client.send({ type: 'chat_message', content: 'plain late', idempotency_key: 'late' });
    await expect(client.nextOfType('error')).resolves.toMatchObject({ code: 'SHUTTING_DOWN' });
    await expect(client.closed).resolves.toMatchObject({ code: 1012 });
    await stopped;

    const back = await connectUser(await restart());
    back.send({ type: 'resume', run_id: runId, after_seq: seen });
    await back.nextOfType('resume_completed');
    const numbers = back.eventsOf(runId).map((event) => event['seq']);
    expect(numbers).toEqual(numbers.map((_, index) => seen + 1 + index));
    await expect(back.end(runId)).resolves.toMatchObject({ type: 'agent_completed' });
  });

  it('ends what takes longer than the grace with a terminal', async () => {
    const limits = { shutdownGraceMs: 20 };
    const platform = await startPlatform({ demoUsers: true, database, limits });
    const client = await connectUser(platform);
    const { run_id: runId } = await client.ask('slow 600000');
    await client.next((frame) => frame.type === 'tool_executing');
    await Promise.all([platform.stop(), platform.stop()]);
    expect(client.eventsOf(runId).slice(-2)).toMatchObject([
      { type: 'tool_completed' },
      { type: 'agent_error', payload: { error_code: 'RUN_INTERRUPTED' } },
    ]);
  });

  it('gives the run that exceeds its time a terminal too', async () => {
    const limits = { runTimeoutMs: 1_000 };
    restarted = await startPlatform({ demoUsers: true, database, limits });
    const client = await connectUser(restarted);
    const events = await client.converse('slow 600000');
    expect(events.slice(-2)).toMatchObject([
      { type: 'tool_completed' },
      { type: 'agent_error', payload: { error_code: 'RUN_TIMEOUT' } },
    ]);
  });
});
