import { expect, it } from 'vitest';
import { calibrateSlice } from './calibrate.ts';

it('finds how many requests make 6 ms, also where other threads of the process work for a while', async () => {
  const requests = await calibrateSlice(new URL('fixtures/disturbed.ts', import.meta.url));
  expect(requests).toBeGreaterThan(300);
  expect(requests).toBeLessThan(1200);
});
