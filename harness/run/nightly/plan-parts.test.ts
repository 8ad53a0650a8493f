import { expect, test } from 'vitest';
import { limitsOf } from './night-limits.ts';
import { planParts, shrinkSoak } from './plan-parts.ts';

const polite = limitsOf('https://chat.example.com', {});

test.each([
  ['a shared target', 'https://chat.example.com', 4],
  ['a shared target with one person', 'staging', 1],
  ['a target of our own', 'reference', 32],
])(
  '%s is planned to last, within what may be spent and never above the rate',
  (_, target, users) => {
    const limits = limitsOf(target, {});
    const parts = planParts(limits, { users, shared: target !== 'reference' });
    expect(parts.map(({ name }) => name)).toEqual(['load', 'reconnect', 'delivery', 'soak']);
    expect(parts.reduce((sum, { runs }) => sum + runs, 0)).toBeLessThan(limits.runs);
    expect(parts.reduce((sum, { lastsMs }) => sum + lastsMs, 0)).toBeLessThan(limits.durationMs);
    for (const { runs, lastsMs } of parts.filter((part) => part.lastsMs > 0)) {
      expect(runs / (lastsMs / 1000)).toBeLessThanOrEqual(limits.perSecond * 1.000_001);
    }
  },
);

test('what is not said is as polite as the target needs', () => {
  expect(polite).toMatchObject({ runs: 500, perSecond: 1 });
  expect(limitsOf('staging', { runs: 20 })).toMatchObject({ runs: 20, perSecond: 1 });
  expect(limitsOf('specimen:phase-4', {}).perSecond).toBeGreaterThan(1);
});

test('a soak does with what is left while that is worth it; any other part is whole or nothing', () => {
  const parts = planParts(polite, { users: 4, shared: true });
  const [load, , , soak] = parts;
  if (load === undefined || soak === undefined) throw new Error('a part is missing');
  const left = { runs: 41, ms: 1_000_000 };
  expect(shrinkSoak(soak, left)).toMatchObject({ runs: 40, lastsMs: 40_000 });
  expect(shrinkSoak(soak, { runs: 500, ms: 30_000 })).toMatchObject({ runs: 28, lastsMs: 28_000 });
  expect(shrinkSoak(soak, { runs: 11, ms: 1_000_000 })).toBeUndefined();
  expect(shrinkSoak(load, left)).toBeUndefined();
});
