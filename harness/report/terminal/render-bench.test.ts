import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../contract/measurement.ts';
import type { Screen } from '../reporter.ts';
import { passingResult } from '../test-support/sample-results.ts';
import { columns } from '../text/columns.ts';
import { renderBench } from './render-bench.ts';
import { sparkline } from './sparkline.ts';

const wide: Screen = { width: 120, colour: false, unicode: true };

const latency = (name: string, value: number, more: Partial<Measurement> = {}): Measurement => ({
  id: `load.run.${name}`,
  title: `run, ${name}`,
  unit: 'ms',
  value,
  n: 320,
  verdict: 'not-applicable',
  ...more,
});

const measurements: Measurement[] = [
  latency('p50', 4, {
    distribution: [
      [2, 10],
      [4, 50],
      [8, 250],
      [16, 10],
    ],
  }),
  latency('p95', 8, { limit: 500, verdict: 'pass' }),
  latency('p99', 16),
  {
    id: 'speed.dispatch.cpu',
    title: 'CPU',
    unit: 'ratio',
    value: 1.12,
    interval: [1.09, 1.15],
    n: 288,
    limit: 1.05,
    verdict: 'fail',
    reason: 'regressed',
  },
];

const render = (screen: Partial<Screen> = {}): string[] =>
  renderBench({ ...passingResult, measurements }, { ...wide, ...screen }).split('\n');

describe('the report of a measurement', () => {
  it('shows the percentiles of one latency on one line, with limit, ratio, n and picture', () => {
    const line = render().find((one) => one.includes('load.run')) ?? '';
    expect(line).toMatch(
      /✔ load\.run +4 \/ 8 \/ 16 ms +p95 ≤ 500 ms +0\.02 × +320 +[ ▁-█]{12} +pass/,
    );
  });

  it('shows a ratio with its interval, and what is beyond its limit', () => {
    const line = render().find((one) => one.includes('speed.dispatch.cpu')) ?? '';
    expect(line).toMatch(
      /✖ speed\.dispatch\.cpu +1\.12 \[1\.09 … 1\.15\] +≤ 1\.05 +1\.12 × +288 +fail/,
    );
  });

  it.each([80, 100, 120])('keeps the table within %i columns, and every verdict in it', (width) => {
    const rows = render({ width }).filter((line) => /^ {2}[✔✖?-] /.test(line));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(columns(row)).toBeLessThanOrEqual(width);
    expect(rows.map((row) => row.split(' ').at(-1))).toEqual(['pass', 'fail']);
  });

  it('shows every column in the hundred columns of a pipe, whatever the names', () => {
    const long = { ...measurements[3], id: 'memory.some-workload.live-instances.SomeDispatcher' };
    const result = { ...passingResult, measurements: [...measurements, long as Measurement] };
    const text = renderBench(result, { ...wide, width: 100 });
    expect(text).toMatch(/p50 \/ p95 \/ p99 +limit +ratio +n +verdict/);
    expect(text).toMatch(/load\.run +4 \/ 8 \/ 16 ms +p95 ≤ 500 ms +0\.02 × +320 +[ ▁-█]{8} +pass/);
    expect(text).toMatch(/memory[^ ]*…[^ ]*SomeDispatcher +1\.12/);
  });

  it('keeps what was measured of one thing together', () => {
    const lines = render();
    const nth = lines.findIndex((line) => line.includes('speed.dispatch.cpu'));
    expect(lines[nth - 1]).toBe('');
    expect(lines[nth - 2]).toContain('load.run');
  });

  it('sends nobody to an explanation that there is not', () => {
    const gone = ['p50', 'p95'].map((name) =>
      latency(name, 4, { verdict: 'unknown', reason: 'the target went away' }),
    );
    const text = renderBench({ ...passingResult, measurements: gone }, wide);
    expect(text).toContain('the target went away');
    expect(text).not.toContain('explain');
  });

  it('falls back to ASCII', () => {
    expect(render({ unicode: false }).join('\n')).not.toMatch(/\P{ASCII}/u);
  });
});

describe('sparkline', () => {
  it('is highest where most samples are, on a logarithmic line', () => {
    const [one] = measurements;
    const line = sparkline(one ?? {}, 12, true);
    expect(line).toHaveLength(12);
    expect(line.indexOf('█')).toBeGreaterThan(0);
    expect(line.indexOf('█')).toBeLessThan(11);
  });

  it('is empty where no distribution was kept, or all samples are alike', () => {
    expect(sparkline({}, 12, true)).toBe('');
    expect(sparkline({ distribution: [[0, 5]] }, 12, true)).toBe('');
  });
});
