import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { ConfigSchema } from '../../contract/config.ts';
import { openReferenceApart } from '../load/open-apart.ts';
import { benchTarget } from './bench-target.ts';
import { benchWorkloads } from './bench-workloads.ts';

it('measures speed and memory of the workloads of a configuration', async () => {
  const lines: string[] = [];
  const measurements = await benchWorkloads({
    root: fileURLToPath(new URL('../memory/fixtures/', import.meta.url)),
    config: ConfigSchema.parse({
      bench: { workloads: ['busy-sessions.ts'] },
      budgets: { growthPer1000Requests: '100 KB' },
    }),
    seed: 'bench',
    say: (line) => lines.push(line),
  });
  expect(measurements.map(({ id }) => id)).toEqual([
    'speed.busy-sessions.cpu-per-request',
    'speed.busy-sessions.cpu-to-control',
    'memory.busy-sessions.live-instances.RequestContext',
    'memory.busy-sessions.heap-growth',
    'memory.busy-sessions.external-growth',
  ]);
  expect(measurements.find(({ id }) => id.endsWith('heap-growth'))?.limit).toBe(102_400);
  expect(lines).toContain('busy-sessions: launch 5 of 5');
});

it('measures a target under load against the budgets, and gives the checks beside the numbers', async () => {
  const target = await openReferenceApart(20);
  onTestFinished(() => target[Symbol.asyncDispose]());
  const { measurements, checks } = await benchTarget(target, {
    config: ConfigSchema.parse({ budgets: { run: { p95: '1 min' }, memoryPerSession: '512 KB' } }),
    seed: 'bench',
    sessions: 5,
    turns: 2,
    soakMs: 4000,
  });
  const ids = measurements.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(measurements.find(({ id }) => id === 'load.run.p95')).toMatchObject({
    n: 10,
    limit: 60_000,
  });
  expect(ids).toContain('reconnect.p50');
  expect(ids).toContain('http.login.p50');
  expect(measurements.find(({ id }) => id === 'delivery.unfinished')?.verdict).toBe('pass');
  expect(measurements.find(({ id }) => id === 'memory.session-heap')).toMatchObject({
    verdict: 'pass',
    limit: 512 * 1024,
  });
  expect(measurements.find(({ id }) => id === 'soak.heap-growth')?.n).toBeGreaterThan(4);
  expect(checks.find(({ id }) => id === 'ORD-SEQ-GAP')?.verdict).toBe('pass');
});

it('weighs what a workload holds against the budget, and knows nothing when no workload holds anything', async () => {
  const weigh = async (file: string) => {
    const measurements = await benchWorkloads({
      root: fileURLToPath(new URL('../memory/fixtures/', import.meta.url)),
      config: ConfigSchema.parse({
        bench: { workloads: [file] },
        budgets: { memoryPerDispatcher: '20 KB' },
      }),
      seed: 'held',
    });
    return measurements.filter(({ id }) => id.startsWith('memory.held'));
  };
  expect(await weigh('kilobyte-each.ts')).toMatchObject([
    { id: 'memory.held.kilobyte-each', verdict: 'pass', limit: 20_480 },
  ]);
  expect(await weigh('busy-sessions.ts')).toMatchObject([
    { id: 'memory.held', verdict: 'unknown' },
  ]);
});
