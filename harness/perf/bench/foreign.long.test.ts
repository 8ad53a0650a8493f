import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { ConfigSchema } from '../../contract/config.ts';
import { demoUsers } from '../../targets/demo-users.ts';
import { findProfile } from '../../targets/profiles/profile-table.ts';
import type { Target } from '../../targets/target.ts';
import { benchTarget } from './bench-target.ts';

/** A foreign server with a protocol of its own: a stream per message, no login, nothing that says "accepted". */
async function openForeign(): Promise<Target> {
  const child = spawn(process.execPath, ['suites/strangers/servers/ai-sdk.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  return {
    name: 'foreign',
    url,
    profile: findProfile('ai-sdk-ui'),
    users: demoUsers(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

it('measures a foreign target by the same scenarios, as far as it promises what they need', async () => {
  const { measurements } = await benchTarget(await openForeign(), {
    config: ConfigSchema.parse({ budgets: { run: { p95: '1 min' } } }),
    seed: 'foreign',
    sessions: 4,
    turns: 3,
  });
  const find = (id: string) => measurements.find((measurement) => measurement.id === id);
  expect(find('load.unanswered')).toMatchObject({ value: 0, n: 12 });
  expect(find('load.run.p95')).toMatchObject({ n: 12, limit: 60_000 });
  expect(find('load.first-event.p50')?.n).toBe(12);
  expect(find('load.tool.p50')?.n).toBe(12);
  expect(find('delivery.events')?.verdict).toBe('not-applicable');
  expect(measurements.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
});
