import { expect, test } from 'vitest';
import type { Night } from '../../contract/night.ts';
import { failingResult } from '../test-support/sample-results.ts';
import { renderNight } from './render-night.ts';

const night: Night = {
  limits: { duration_ms: 1_200_000, runs: 500, per_second: 0.5 },
  runs: 500,
  parts: [{ name: 'soak', why: 'the 500 runs of --max-runs are spent' }],
  trend: {
    nights: 12,
    last: { run_id: 'x', started_at: '2026-11-19T02:00:00.000Z', verdict: 'pass' },
    turned: Array.from({ length: 9 }, (_, nth) => ({ id: `C-${nth}`, from: 'pass', to: 'fail' })),
    flaky: [{ id: '@here <b>', k: 2, n: 12 }],
    levels: [{ id: 'load.run.p95', unit: 'ms', value: 41, n: 13 }],
  },
  report: 'https://reports.example.com/a b',
};

test('ten lines say how the night stands, and nothing in them is formatting of somebody else', () => {
  const lines = renderNight({ ...failingResult, night })
    .trimEnd()
    .split('\n');
  expect(lines.length).toBeLessThanOrEqual(10);
  expect(lines[0]).toMatch(/^\*\*❌ FAIL · `specimen:/);
  const text = lines.join('\n');
  expect(text).toContain('500 of 500 runs');
  expect(text).toContain('at 30/min');
  expect(text).toContain('**Without evidence**: soak (the 500 runs of --max-runs are spent)');
  expect(text).toContain('**Since 2026-11-19 02:00:00 UTC**: C-0 pass → fail;');
  expect(text).toContain('4 more');
  expect(text).toContain('did not pass in 2 of 12 nights');
  expect(text).not.toMatch(/@here|<b>/);
  expect(text).toContain('**Report**: <https://reports.example.com/a%20b>');
});

test('a path on some machine is shown and is no link', () => {
  const local = renderNight({ ...failingResult, night: { ...night, report: 'reports/x.html' } });
  expect(local).toContain('**Report**: `reports/x.html`');
});
