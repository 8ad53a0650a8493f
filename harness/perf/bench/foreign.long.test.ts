import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { ConfigSchema } from '../../contract/config.ts';
import { ResultSchema } from '../../contract/result.ts';
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

it('judges a foreign target by the suite, where it neither logs in nor promises a budget', async () => {
  const { url } = await openForeign();
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-foreign-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'golden-path.config.json');
  await writeFile(file, JSON.stringify({ targets: { foreign: { url, profile: 'ai-sdk-ui' } } }));
  const words = ['gate', '--config', file, '--target', 'foreign', '--json', '--quiet'];
  const child = spawn(
    process.execPath,
    [resolve('bin/golden-path.js'), ...words, '--suite', 'performance-regression'],
    { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const { gate, measurements } = ResultSchema.parse(JSON.parse(await text(child.stdout)));
  expect(gate?.criteria.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
  expect(measurements.find(({ id }) => id === 'run.whole.p95')?.n).toBeGreaterThan(0);
});

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
