import { describe, expect, it } from 'vitest';
import { measureWaits } from './measure-waits.ts';

const named = { id: 'page.answer', title: 'the answer' };
const waits = (n: number, ms: number): number[] => Array.from({ length: n }, () => ms);

describe('waits that were taken one by one', () => {
  it('gives the median with its interval, and n', () => {
    const [median, p95] = measureWaits(named, [...waits(19, 10), 500], { p95: 100 });
    expect(median).toMatchObject({ id: 'page.answer.p50', value: 10, n: 20, interval: [10, 10] });
    expect(median).toMatchObject({ verdict: 'not-applicable' });
    expect(p95).toMatchObject({ verdict: 'pass', limit: 100 });
  });

  it('fails what is above the limit beyond chance, and does not decide what may be chance', () => {
    const verdictOf = (samples: readonly number[]) =>
      measureWaits(named, samples, { p95: 100 })[1]?.verdict;
    expect(verdictOf([...waits(10, 10), ...waits(10, 500)])).toBe('fail');
    expect(verdictOf([...waits(18, 10), ...waits(2, 500)])).toBe('unknown');
    expect(verdictOf([])).toBe('unknown');
  });
});
