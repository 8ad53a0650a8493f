import { expect, it, vi } from 'vitest';
import { Backlog } from './backlog.ts';

it('what waits is dealt with in order when its time has come', async () => {
  const dealt: number[] = [];
  const backlog = new Backlog<number>(1, (item) => dealt.push(item));
  for (const item of [1, 2, 3]) backlog.push(item);
  expect(dealt).toEqual([]);
  await vi.waitFor(() => expect(dealt).toEqual([1, 2, 3]), { timeout: 60_000 });
  expect(backlog.isEmpty).toBe(true);
});

it('what is added while it works comes behind what waited already', () => {
  const dealt: number[] = [];
  const backlog = new Backlog<number>(60_000, (item) => {
    dealt.push(item);
    if (item === 1) backlog.push(3);
    backlog.work();
  });
  backlog.push(1);
  backlog.push(2);
  backlog.work();
  expect(dealt).toEqual([1, 2, 3]);
  expect(backlog.isEmpty).toBe(true);
});

it('never more waits than a bounded number, however long the pace', () => {
  const dealt: number[] = [];
  const backlog = new Backlog<number>(60_000, (item) => dealt.push(item));
  for (let item = 0; item < 2_000; item += 1) backlog.push(item);
  expect(dealt.length).toBeGreaterThan(1_000);
  backlog.work();
  expect(dealt).toEqual(Array.from({ length: 2_000 }, (_, item) => item));
});

it('says when all was dealt with, once for all of it, and also where dealing with one throws', () => {
  let rests = 0;
  const deal = (item: number): void => {
    if (item === 3) throw new Error('broken');
  };
  const backlog = new Backlog<number>(60_000, deal, () => (rests += 1));
  backlog.work();
  expect(rests).toBe(0);
  for (const item of [1, 2]) backlog.push(item);
  backlog.work();
  expect(rests).toBe(1);
  backlog.push(3);
  expect(() => backlog.work()).toThrow('broken');
  expect(rests).toBe(2);
});

it('goes on with the others where dealing with one throws', () => {
  const dealt: number[] = [];
  const backlog = new Backlog<number>(60_000, (item) => {
    if (item === 1) throw new Error('broken');
    dealt.push(item);
  });
  backlog.push(1);
  backlog.push(2);
  expect(() => backlog.work()).toThrow('broken');
  backlog.work();
  expect(dealt).toEqual([2]);
});
