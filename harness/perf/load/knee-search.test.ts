import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchKnee } from './knee-search.ts';

test('the knee is found to an eighth, from below, in few steps', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 5000 }), async (limit) => {
      let steps = 0;
      const knee = await searchKnee(
        async (sessions) => {
          steps += 1;
          return sessions <= limit;
        },
        { from: 25, to: 4000 },
      );
      const reachable = Math.min(limit, 4000);
      expect(knee).toBeLessThanOrEqual(reachable);
      expect(knee).toBeGreaterThanOrEqual(reachable < 25 ? 0 : Math.floor(reachable / 1.13));
      expect(steps).toBeLessThan(16);
    }),
  );
});
