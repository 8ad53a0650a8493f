import { expect, it } from 'vitest';
import { Allowance, RateLimit } from './rate-limit.ts';

it('an allowance gives its burst at once, then fills with time', () => {
  let now = 0;
  const allowance = new Allowance({ burst: 2, perSecond: 10 }, () => now);
  expect([allowance.take(), allowance.take(), allowance.take()]).toEqual([true, true, false]);
  now = 100;
  expect([allowance.take(), allowance.take()]).toEqual([true, false]);
  now = 60_000;
  expect([allowance.take(), allowance.take(), allowance.take()]).toEqual([true, true, false]);
});

it('a clock that goes back takes nothing away', () => {
  let now = 1_000;
  const allowance = new Allowance({ burst: 1, perSecond: 1 }, () => now);
  now = 0;
  expect(allowance.take()).toBe(true);
});

it('a limit counts each key by itself, and forgets those that are full again', () => {
  let now = 0;
  const limit = new RateLimit({ burst: 1, perSecond: 1 }, () => now);
  expect([limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([true, false, true]);
  expect([limit.isExhausted('a'), limit.isExhausted('c')]).toEqual([true, false]);
  now = 10_000;
  for (let number = 0; number < 2_000; number += 1) limit.take(`key-${number}`);
  expect([limit.isExhausted('a'), limit.isExhausted('key-1999')]).toEqual([false, true]);
});
