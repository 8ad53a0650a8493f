import { expect, it } from 'vitest';
import type { Measurement } from '../../../contract/measurement.ts';
import { passingResult } from '../../test-support/sample-results.ts';
import { renderHtml } from '../render-html.ts';
import { measurementsSection } from './measurements-section.ts';

const run = (name: string, value: number, more: Partial<Measurement> = {}): Measurement => ({
  id: `load.run.${name}`,
  title: `from start to end, ${name}`,
  unit: 'ms',
  value,
  n: 320,
  verdict: 'not-applicable',
  ...more,
});

const measurements = [
  run('p50', 4, {
    distribution: [
      [2, 10],
      [4, 150],
      [8, 160],
    ],
  }),
  run('p95', 8, { limit: 5, verdict: 'fail' }),
  run('p99', 16),
];

const shown = (of: readonly Measurement[]): string => measurementsSection(of).body.markup;

it('shows the percentiles of one latency in one row, each with its own address', () => {
  const page = shown(measurements);
  expect(page.match(/<li\s/g)).toHaveLength(1);
  for (const { id } of measurements) expect(page).toContain(`id="measurement=${id}"`);
  expect(page.replaceAll('\u00A0', ' ')).toContain(
    'p50 / p95 / p99 · limit p95 ≤ 5 ms (1.60 ×) · n = 320',
  );
  expect(page).toMatch(/class="beyond"\s*>8</);
});

it('marks no number within its limit, whatever the answers behind it were', () => {
  const wrong = run('p95', 4, { limit: 5, verdict: 'fail', reason: 'the answers were wrong' });
  expect(shown([wrong])).not.toContain('beyond');
});

it('draws the limit that the row is judged by into the distribution of its median', () => {
  expect(shown(measurements)).toMatch(/<line x1="[\d.]+"[^]*class="limit"[^]*5 ms/);
});

it('writes a wide interval in a unit of its own', () => {
  const growth: Measurement = {
    id: 'memory.heap-growth',
    title: 'heap growth',
    unit: 'bytes',
    value: 964,
    interval: [-21_522, 11_618],
    n: 10,
    verdict: 'not-applicable',
  };
  expect(shown([growth]).replaceAll('\u00A0', ' ')).toContain('[-21 … 11.3 KiB]');
});

it('comes first where measuring was all that was asked for', () => {
  const first = (command: string): string | undefined =>
    /<section[^>]*id="(\w+)"/.exec(renderHtml({ ...passingResult, command, measurements }))?.[1];
  expect(first('bench')).toBe('measurements');
  expect(first('golden-path gate')).not.toBe('measurements');
});
