import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';

test('a tool answers within 50 ms', async () => {
  const startedAt = performance.now();
  await pause(10);
  expect(performance.now() - startedAt).toBeLessThan(50);
});
