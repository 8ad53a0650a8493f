import { expect, test } from 'vitest';
import { planNights } from './plan-nights.ts';

const last = new Date('2026-03-02T17:00:00Z');

test('sixty nights follow each other, through every phase, and the same seed plans the same', () => {
  const nights = planNights(60, 60, last);
  expect(nights.at(-1)?.date).toBe('2026-03-02T02:00:00.000Z');
  expect(new Set(nights.map(({ date }) => date)).size).toBe(60);
  expect(nights.map(({ phase }) => phase)).toEqual(
    nights.map(({ phase }) => phase).toSorted((one, other) => one - other),
  );
  expect(new Set(nights.map(({ phase }) => phase)).size).toBe(5);
  expect(planNights(60, 60, last)).toEqual(nights);
  expect(planNights(60, 61, last)).not.toEqual(nights);
});

test('some nights are slow, broken or silent, most are none of it', () => {
  const nights = planNights(60, 60, last);
  expect(nights.filter(({ delayMs }) => delayMs > 0)).toHaveLength(15);
  expect(nights.some(({ broken }) => broken)).toBe(true);
  expect(nights.some(({ down }) => down)).toBe(true);
  expect(nights.filter((night) => night.broken || night.down).length).toBeLessThan(20);
});
