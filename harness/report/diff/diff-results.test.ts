import { describe, expect, it } from 'vitest';
import { failingResult, passingResult } from '../test-support/sample-results.ts';
import { diffResults } from './diff-results.ts';
import { renderDiff } from './render-diff.ts';

const screen = { width: 100, colour: false, unicode: true };

describe('the difference of two runs', () => {
  it('names what became worse, and the other way round what became better', () => {
    const ids = ['isolation', 'PAIR-OPEN', 'ISO-CANARY', 'LIFE-AFTER', 'ORD-CLOCK', 'heap-slope'];
    const there = diffResults(passingResult, failingResult);
    expect(there.worse.map(({ after }) => after?.id).slice(0, 6)).toEqual(ids);
    expect(diffResults(failingResult, passingResult).better).toHaveLength(there.worse.length);
    expect(there.caveats).toEqual(['target: http://127.0.0.1:4010, then specimen:phase-0']);
  });

  it('says nothing when nothing changed', () => {
    const same = diffResults(passingResult, structuredClone(passingResult));
    expect(Object.values(same).flat()).toEqual([]);
    expect(renderDiff(same, screen)).toBe('0 worse · 0 better\n');
  });

  it('does not take what vanished for repaired', () => {
    const checks = failingResult.checks.filter(({ id }) => id !== 'PAIR-OPEN');
    const difference = diffResults(failingResult, { ...failingResult, checks });
    expect(difference.better).toEqual([]);
    expect(difference.gone.map(({ before }) => before?.id)).toEqual(['PAIR-OPEN']);
    expect(renderDiff(difference, screen)).toContain('no longer judged\n  check PAIR-OPEN  fail\n');
  });

  it('tells a measured change from noise by the intervals', () => {
    const measurements = passingResult.measurements.map((measurement) => ({
      ...measurement,
      value: measurement.value * 1.05,
      ...(measurement.id === 'run.p95' ? { interval: [1400, 1500] as [number, number] } : {}),
    }));
    const text = renderDiff(diffResults(passingResult, { ...passingResult, measurements }), screen);
    expect(text).toContain('run.p95  1.24 s → 1.3 s (+5.0 %)\n');
    expect(text).toContain('first-event.p95  412 ms → 433 ms (+5.0 %), within the noise');
  });
});
