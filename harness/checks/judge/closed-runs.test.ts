import { expect, it } from 'vitest';
import { ClosedRuns } from './closed-runs.ts';

const ids = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `run-${from + index}`);

it('knows every id it was given, and no other', () => {
  const closed = new ClosedRuns();
  for (const id of ids(0, 20_000)) closed.add(id);
  expect(closed.size).toBe(20_000);
  expect(ids(0, 20_000).filter((id) => !closed.has(id))).toEqual([]);
  expect(ids(20_000, 60_000).filter((id) => closed.has(id))).toEqual([]);
});

it('counts an id once', () => {
  const closed = new ClosedRuns();
  closed.add('again');
  closed.add('again');
  expect(closed.size).toBe(1);
});

it('needs at most 16 bytes an id, however many there are', () => {
  const closed = new ClosedRuns();
  const worst = ids(0, 50_000).map((id) => {
    closed.add(id);
    return closed.size < 2_000 ? 0 : closed.bytes / closed.size;
  });
  expect(Math.max(...worst)).toBeLessThanOrEqual(16);
});
