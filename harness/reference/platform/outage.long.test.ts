import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startPlatform, type RunningPlatform } from './start-platform.ts';
import { connect, login, type AnyFrame, type ChatClient } from './testing/chat-client.ts';
import { hasNatsServer, startNats } from './testing/nats-server.ts';
import { createPostgresSchema } from './testing/postgres-schema.ts';
import { reachService } from './testing/reach-service.ts';
import { startPlatformProcess } from './testing/start-platform-process.ts';

const hasPostgres = await reachService('PostgreSQL', 5432);
const hasNats = await reachService('NATS', 4222);

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function openSchema(): Promise<string> {
  const schema = await createPostgresSchema();
  cleanups.push(() => schema.drop());
  return schema.url;
}

async function start(options: {
  readonly database: string;
  readonly bus: string;
  readonly instance: string;
}): Promise<RunningPlatform> {
  const platform = await startPlatform({ demoUsers: true, ...options });
  cleanups.push(() => platform.stop());
  return platform;
}

const numbersOf = (events: readonly AnyFrame[]) => events.map((event) => Number(event['seq']));

/** 1, 2, 3, … without a gap or a repetition. */
function expectWhole(events: readonly AnyFrame[]): void {
  expect(numbersOf(events)).toEqual(events.map((_, index) => index + 1));
}

async function readiness({ url }: RunningPlatform): Promise<number> {
  return (await fetch(`${url}/readyz`)).status;
}

describe.runIf(hasPostgres && hasNatsServer())('NATS dies in the middle of a run', () => {
  async function startTwo() {
    const nats = await startNats();
    cleanups.push(() => nats.close());
    const shared = { database: await openSchema(), bus: `${nats.url}/test-${randomUUID()}` };
    const one = await start({ ...shared, instance: 'one' });
    const two = await start({ ...shared, instance: 'two' });
    const { access_token: token } = await login(one);
    return { nats, one, two, token };
  }

  async function reachSlowTool(here: ChatClient, there: ChatClient) {
    const { run_id: runId } = await here.ask('echo first ; slow 1000 ; echo after');
    const isSlow = (frame: AnyFrame) =>
      frame.type === 'tool_executing' &&
      (frame['payload'] as { tool_name: string }).tool_name === 'slow';
    await Promise.all([here.next(isSlow), there.next(isSlow)]);
    return runId;
  }

  it('and whoever is connected where it runs gets every event once, and further runs too', async () => {
    const { nats, one, two, token } = await startTwo();
    const here = await connect(one, token);
    const runId = await reachSlowTool(here, await connect(two, token));
    await nats.kill();
    await expect(here.end(runId)).resolves.toMatchObject({ type: 'agent_completed' });
    expectWhole(here.eventsOf(runId));
    const further = await here.converse('echo further');
    expect(further.at(-1)).toMatchObject({ type: 'agent_completed' });
    expectWhole(further);
  });

  it('and whoever is connected elsewhere is sent away when it is back, and resumes to the terminal', async () => {
    const { nats, one, two, token } = await startTwo();
    const here = await connect(one, token);
    const there = await connect(two, token);
    const runId = await reachSlowTool(here, there);
    await nats.kill();
    await vi.waitFor(async () => expect(await readiness(two)).toBe(503), 60_000);
    await here.end(runId);
    await nats.revive();
    await expect(there.closed).resolves.toMatchObject({ code: 1012 });

    const seen = there.eventsOf(runId);
    const back = await connect(two, token);
    back.send({ type: 'resume', run_id: runId, after_seq: seen.length });
    await back.nextOfType('resume_completed');
    const all = [...seen, ...back.eventsOf(runId)];
    expectWhole(all);
    expect(all.at(-1)).toMatchObject({ type: 'agent_completed' });
  });

  it('and afterwards the two processes hear each other again', async () => {
    const { nats, one, two, token } = await startTwo();
    await nats.kill();
    await vi.waitFor(async () => {
      expect([await readiness(one), await readiness(two)]).toEqual([503, 503]);
    }, 60_000);
    await nats.revive();
    const options = { timeout: 60_000, interval: 200 };
    await vi.waitFor(async () => {
      expect([await readiness(one), await readiness(two)]).toEqual([200, 200]);
      // A socket that was opened between the two ways back is sent away once more.
      const there = await connect(two, token);
      const here = await connect(one, token);
      const events = await here.converse('echo again');
      await there.end(events[0]?.['run_id']);
      expect(there.eventsOf(events[0]?.['run_id'])).toEqual(events);
    }, options);
  });
});

describe.runIf(hasPostgres && hasNats)('a process dies in the middle of a run', () => {
  it('and another one closes its tool and its run, when the lease has run out', async () => {
    const shared = {
      database: await openSchema(),
      bus: `nats://127.0.0.1:4222/test-${randomUUID()}`,
    };
    const { child, platform } = await startPlatformProcess({ ...shared, instance: 'one' });
    cleanups.push(async () => child.kill('SIGKILL'));
    const two = await start({ ...shared, instance: 'two' });
    const { access_token: token } = await login(platform);
    const there = await connect(two, token);
    const here = await connect(platform, token);
    const { run_id: runId } = await here.ask('echo first ; slow 600000');
    await there.next((frame) => frame.type === 'tool_executing' && frame['seq'] === 7);
    child.kill('SIGKILL');

    await expect(there.end(runId)).resolves.toMatchObject({
      type: 'agent_error',
      payload: { error_code: 'RUN_INTERRUPTED' },
    });
    const events = there.eventsOf(runId);
    expectWhole(events);
    expect(events.at(-2)).toMatchObject({ type: 'tool_completed', payload: { tool_name: 'slow' } });
    const next = await there.converse('echo next');
    expect(next.at(-1)).toMatchObject({ type: 'agent_completed' });
  });
});
