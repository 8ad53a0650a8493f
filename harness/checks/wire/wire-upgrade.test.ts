import { expect, it } from 'vitest';
import { HistoryBuilder } from '../testing/history-builder.ts';
import { judgeOne } from '../testing/judge-one.ts';
import { wireUpgrade } from './wire-upgrade.ts';

const garbageAnsweredWith = (status: number): HistoryBuilder =>
  new HistoryBuilder()
    .open('b', 'bob')
    .act('a', 'abuse')
    .open('a', 'ada', { outcome: 'refused', status });

it.each([
  [400, 'pass'],
  [422, 'pass'],
  [500, 'fail'],
])('garbage that opens a stream may be refused as such: %i is a %s', (status, verdict) => {
  expect(judgeOne(wireUpgrade, garbageAnsweredWith(status).end()).verdict).toBe(verdict);
});

it('holds the next refusal against the target', () => {
  const built = garbageAnsweredWith(400).open('a', 'ada', { outcome: 'refused', status: 400 });
  expect(judgeOne(wireUpgrade, built.end()).verdict).toBe('fail');
});
