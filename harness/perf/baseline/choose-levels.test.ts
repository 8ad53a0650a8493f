import { expect, it } from 'vitest';
import type { Measurement } from '../../contract/measurement.ts';
import { chooseLevels } from './choose-levels.ts';

const number = (id: string, of: Partial<Measurement> = {}): Measurement => ({
  id,
  title: id,
  unit: 'us',
  value: 4,
  n: 9,
  verdict: 'not-applicable',
  ...of,
});

/** Ids of what is kept. */
const keep = (...measurements: Measurement[]): string[] =>
  chooseLevels(measurements).kept.map(({ id }) => id);

it('keeps no number of a part whose answers were wrong', () => {
  const reason = 'the answers were wrong: PAIR-OPEN';
  const measured = [
    number('reconnect.p50', { unit: 'ms', limit: 500, verdict: 'pass' }),
    number('reconnect.failed', { unit: 'count', value: 0, limit: 0, verdict: 'fail', reason }),
    number('delivery.events'),
  ];
  expect(keep(...measured)).toEqual(['delivery.events']);
  expect(chooseLevels(measured).faulty).toEqual([{ group: 'reconnect', reason }]);
});

it('keeps no speed of requests that failed, and that of other workloads', () => {
  const failed = { verdict: 'fail', reason: '3 requests failed' } as const;
  expect(
    keep(
      number('speed.one.cpu-per-request', failed),
      number('speed.one.cpu-to-control', { ...failed, unit: 'ratio' }),
      number('speed.two.cpu-per-request'),
    ),
  ).toEqual(['speed.two.cpu-per-request']);
});

it('keeps what merely broke its budget, with its neighbours', () => {
  expect(
    keep(
      number('load.run.p95', { unit: 'ms', limit: 3, verdict: 'fail' }),
      number('load.run.p50', { unit: 'ms', limit: 5, verdict: 'pass' }),
      number('load.unanswered', { unit: 'count', value: 0, limit: 0, verdict: 'pass' }),
      number('memory.one.heap-growth', { unit: 'bytes', limit: 0, verdict: 'fail' }),
    ),
  ).toEqual(['load.run.p95', 'load.run.p50', 'load.unanswered', 'memory.one.heap-growth']);
});

it('keeps nothing that is unknown, and says what was counted where no reason is given', () => {
  const lost = number('load.unanswered', { unit: 'count', value: 2, limit: 0, verdict: 'fail' });
  const measured = [lost, number('load.events', { verdict: 'unknown' })];
  expect(chooseLevels(measured)).toEqual({
    kept: [],
    faulty: [{ group: 'load', reason: 'load.unanswered: 2' }],
  });
});
