import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChildProcess } from 'node:child_process';
import { measureResidentMemory } from './measure-resident-memory.ts';
import { readProcessUsage } from './process-usage.ts';

let child: ChildProcess;
beforeEach(async () => {
  const source =
    'const end = Date.now() + 100; while (Date.now() < end); console.log("ready"); setInterval(() => {}, 1e6)';
  child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'ignore'] });
  if (child.stdout !== null) await once(child.stdout, 'data');
});
afterEach(async () => {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
});

test.runIf(process.platform === 'linux')(
  'a process that worked has used its time and holds memory',
  () => {
    const usage = readProcessUsage(child.pid ?? 0);
    expect(usage?.cpuUs).toBeGreaterThan(0);
    expect(usage?.rssBytes).toBeGreaterThan(1_000_000);
  },
);

test('of a process that is not there nothing is known', () => {
  expect(readProcessUsage(2 ** 30)).toBeUndefined();
});

const launch = (ratio: number) => ({ baseline: 100e6, control: 101e6, candidate: 100e6 * ratio });

test.each([
  [1, 'pass'],
  [0.5, 'pass'],
  [2, 'fail'],
])('memory of %d times the old one: %s', (ratio, verdict) => {
  const [measured] = measureResidentMemory(
    Array.from({ length: 5 }, () => launch(ratio)),
    'seed',
  );
  expect(measured).toMatchObject({ id: 'memory.platform.rss', verdict, n: 5 });
});

test('memory that differs from launch to launch is undecided, and none is no measurement', () => {
  const torn = [0.7, 1.6, 0.8, 1.5, 1.3].map(launch);
  expect(measureResidentMemory(torn, 'seed')[0]?.verdict).toBe('unknown');
  expect(measureResidentMemory([], 'seed')).toEqual([]);
});
