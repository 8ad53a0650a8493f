import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRatio } from './ratio-verdict.ts';

const rule = { minEffect: 0.05 };
const log = (percent: number): number => Math.log1p(percent / 100);
const estimate = (low: number, value: number, high: number, p: number) => ({
  value: log(value),
  interval: [log(low), log(high)] as const,
  p,
});

describe('judgeRatio', () => {
  it.each([
    ['regressed', 'fail', estimate(7, 10, 13, 0.001)],
    ['improved', 'pass', estimate(-13, -10, -7, 0.001)],
    ['unchanged', 'pass', estimate(-2, 0, 2, 0.9)],
    ['unchanged', 'pass', estimate(1, 2, 3, 0.001)],
    ['unchanged', 'pass', estimate(-20, -4, 4, 0.6)],
    ['undecided', 'unknown', estimate(-1, 6, 13, 0.2)],
    ['undecided', 'unknown', estimate(1, 4, 7, 0.01)],
  ] as const)('%s is %s', (outcome, verdict, value) => {
    expect(judgeRatio(value, rule)).toEqual({ outcome, verdict });
  });

  it('does not call a regression what a second process of the baseline shows too', () => {
    const tenPercent = estimate(7, 10, 13, 0.001);
    expect(judgeRatio(tenPercent, { ...rule, noiseBand: log(12) }).outcome).toBe('undecided');
  });

  it('never passes while the bad end of the interval is outside the margin, unless it improved', () => {
    const percent = fc.double({ noNaN: true, min: -60, max: 60 });
    fc.assert(
      fc.property(
        percent,
        percent,
        percent,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, c, p) => {
          const [low, value, high] = [a, b, c].toSorted((x, y) => x - y) as [
            number,
            number,
            number,
          ];
          const { outcome, verdict } = judgeRatio(estimate(low, value, high, p), rule);
          const mayPass = high < 5 || outcome === 'improved';
          expect(verdict === 'pass' && !mayPass).toBe(false);
          expect(outcome === 'regressed' && value <= 0).toBe(false);
        },
      ),
    );
  });
});
