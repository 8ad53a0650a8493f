import { setImmediate } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { watchLag } from './lag-watch.ts';

function block(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) Math.sqrt(end);
}

it('notices a loop that stood still for long', async () => {
  const noticed: number[] = [];
  onTestFinished(watchLag((ms) => noticed.push(ms)));
  block(600);
  // Timers come first in the next round of the loop.
  for (let round = 0; round < 2; round += 1) await setImmediate();
  expect(noticed).toHaveLength(1);
});

it('notices a loop that is late often and never for long', async () => {
  const noticed: number[] = [];
  onTestFinished(watchLag((ms) => noticed.push(ms)));
  while (noticed.length === 0) {
    block(120);
    await setImmediate();
  }
  expect(noticed).toHaveLength(1);
});
