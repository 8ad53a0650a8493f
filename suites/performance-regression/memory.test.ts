import { handOver, measureLeak } from 'golden-path';
import { expect, test } from 'vitest';

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const beside = (name: string): URL => new URL(`./${name}.${extension}`, import.meta.url);
const watched = 'RequestScopedToolDispatcher';

test('a dispatcher per request leaves nothing behind', async ({ task }) => {
  const measurements = await measureLeak({ module: beside('dispatcher-workload'), watched });
  await handOver(task, {
    covers: ['A5', 'P1', 'P5', 'W10'],
    value: {
      segment: 'whoever pays for the servers',
      goal: 'run for weeks without a restart',
      impact: 'a leak of one object per request takes every node down at the same hour',
    },
    measurements,
  });
  expect(measurements.length).toBeGreaterThan(0);
  expect(measurements.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
});

test('the same workload with one kept reference fails, and what keeps it is named', async ({
  task,
}) => {
  const measurements = await measureLeak({ module: beside('leaking-workload'), watched });
  await handOver(task, {
    covers: ['P5'],
    value: {
      segment: 'whoever relies on a green memory test',
      goal: 'know that it would be red, and for what',
      impact: 'the leak is found by the customers, at the same hour on every node',
    },
  });
  const live = measurements.find(({ id }) => id.startsWith('memory.live-instances'));
  expect(live?.verdict).toBe('fail');
  expect(live?.reason).toMatch(/kept alive by|install memlab/);
});
