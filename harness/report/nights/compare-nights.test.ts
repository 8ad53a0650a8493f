import { expect, test } from 'vitest';
import type { Night } from '../../contract/night.ts';
import type { Result } from '../../contract/result.ts';
import type { Verdict } from '../../contract/verdict.ts';
import { digestOf } from '../digest/digest-of.ts';
import { passingResult } from '../test-support/sample-results.ts';
import { compareNights } from './compare-nights.ts';
import { tellNight } from './tell-night.ts';

const dayMs = 86_400_000;

interface Plan {
  readonly latency?: number;
  readonly verdict?: Verdict;
  readonly command?: string;
}

function nightOf(
  nth: number,
  { latency = 100, verdict = 'pass', command = 'nightly' }: Plan,
): Result {
  const [check] = passingResult.checks;
  if (check === undefined) throw new Error('the sample holds no check');
  return {
    ...passingResult,
    run_id: `run-${nth}`,
    command: `golden-path ${command} --target staging`,
    started_at: new Date(Date.UTC(2026, 0, 1, 2) + nth * dayMs).toISOString(),
    checks: [{ ...check, id: 'PAIR-OPEN', verdict }],
    measurements: [
      { id: 'load.run.p95', title: 'x', unit: 'ms', value: latency, n: 9, verdict: 'pass' },
    ],
    gate: {
      verdict,
      exit_code: 0,
      criteria: [
        { id: 'PAIR-OPEN', title: 'x', required: true, verdict, reason: '', rests_on: [] },
      ],
    },
  };
}

function compare(plans: readonly Plan[]) {
  const nights = plans.map((plan, nth) => nightOf(nth, plan));
  const tonight = nights.at(-1);
  if (tonight === undefined) throw new Error('no night was planned');
  return compareNights(tonight, nights.map(digestOf));
}

test('the first night has nothing to be compared with', () => {
  const trend = compare([{}]);
  expect(trend).toMatchObject({ nights: 0, turned: [], flaky: [] });
  expect(trend.last).toBeUndefined();
});

test('what turned since last night is told, and a gate between two nights is none', () => {
  const trend = compare([{}, { verdict: 'fail', command: 'gate' }, { verdict: 'fail' }]);
  expect(trend.nights).toBe(1);
  expect(trend.last).toMatchObject({ run_id: 'run-0', verdict: 'pass' });
  expect(trend.turned).toEqual([{ id: 'PAIR-OPEN', from: 'pass', to: 'fail' }]);
});

test('a verdict that comes and goes is flaky, in k of n nights; one that stays red is not', () => {
  const red = { verdict: 'fail' } as const;
  const { flaky } = compare([{}, {}, red, {}, red, {}, {}]);
  expect(flaky).toEqual([{ id: 'PAIR-OPEN', k: 2, n: 7 }]);
  expect(compare([{}, {}, red, red, red]).flaky).toEqual([]);
});

test('a level that moved and stayed is told with both sides; one slow night is weather', () => {
  const noisy = (level: number, nth: number): Plan => ({ latency: level + (nth % 3) });
  const steady = Array.from({ length: 20 }, (_, nth) => noisy(100, nth));
  const slower = Array.from({ length: 8 }, (_, nth) => noisy(150, nth));
  const [moved] = compare([...steady, ...slower]).levels;
  expect(moved).toMatchObject({
    id: 'load.run.p95',
    n: 28,
    change: { since: '2026-01-21T02:00:00.000Z', nights: 8, before: 101, after: 151 },
  });
  const [still] = compare([...steady, { latency: 900 }, ...steady]).levels;
  expect(still?.change).toBeUndefined();
});

const spent: Night = {
  limits: { duration_ms: 1_200_000, runs: 500, per_second: 1 },
  runs: 376,
  parts: [{ name: 'load' }, { name: 'soak', why: 'left out: no time' }],
  report: 'https://reports.example.com/night',
};

test('a night is told in few words', () => {
  const steady = Array.from({ length: 20 }, () => ({}));
  const trend = compare([...steady, ...Array.from({ length: 6 }, () => ({ latency: 150 }))]);
  const told = tellNight({ ...spent, trend }, 420_000);
  expect(told.map(({ about, text }) => `${about}: ${text}`)).toEqual([
    'Spent: 376 of 500 runs in 7 min 0 s of 20 min 0 s, at 1/s',
    'Without evidence: soak (left out: no time)',
    'Since 2026-01-25 02:00:00 UTC: nothing',
    'Flaky: nothing',
    'Latencies: load.run.p95 150 ms (level 100 ms → 150 ms for 6 nights)',
    'Compared with: 25 nights',
  ]);
});
