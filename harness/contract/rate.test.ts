import { expect, test } from 'vitest';
import { DurationSchema } from './duration.ts';
import { RateSchema } from './rate.ts';

test.each([
  ['1/s', 1],
  ['0.5 / s', 0.5],
  ['30/min', 0.5],
  ['3600/h', 1],
])('%s is %d times per second', (text, perSecond) => {
  expect(RateSchema.parse(text)).toBe(perSecond);
});

test.each(['', 'often', '0/s', '-1/s', '1', '1/day'])('"%s" is no rate', (text) => {
  expect(RateSchema.safeParse(text).error?.message).toContain('is not a rate');
});

test('a duration may be written short', () => {
  expect(DurationSchema.parse('20m')).toBe(DurationSchema.parse('20 min'));
});
