import { expect, it } from 'vitest';
import { digestOf } from '../digest/digest-of.ts';
import { sampleNights } from '../test-support/sample-nights.ts';
import { chartsOf } from './charts-of.ts';

const nights = sampleNights(3, 'staging').map(digestOf);

it('takes a measurement without samples for none, not for zero', () => {
  const [first, ...others] = nights;
  if (first === undefined) throw new Error('there are no nights');
  const measurements = first.measurements.map((one) => ({ ...one, value: 0, n: 0 }));
  const charts = chartsOf([{ ...first, measurements }, ...others], 'p');
  const latency = charts.find(({ title }) => title === 'run.p95');
  expect(latency?.times).toHaveLength(2);
  expect(latency?.lines[0]?.values.every((value) => value !== null && value > 0)).toBe(true);
});

it('writes an axis in the unit that suits what was measured', () => {
  const scales = chartsOf(nights, 'p').map(({ title, scale }) => [title, scale?.symbol]);
  expect(Object.fromEntries(scales)).toMatchObject({ 'run.p95': 's', 'heap-slope': 'B' });
});

it('puts the percentiles of one quantity into one picture, with the limit and the changes of one of them', () => {
  const many = sampleNights(40, 'staging').map(digestOf);
  const digests = many.map((digest) => ({
    ...digest,
    measurements: digest.measurements.flatMap((one) =>
      one.id === 'run.p95' ? [{ ...one, id: 'run.p50', limit: undefined, value: 1 }, one] : [one],
    ),
  }));
  const single = chartsOf(many, 'p').find(({ title }) => title === 'run.p95');
  const both = chartsOf(digests, 'p').find(({ title }) => title === 'run');
  expect(both?.lines.map(({ label }) => label)).toEqual(['p50', 'p95']);
  expect(both?.lines[1]?.values).toEqual(single?.lines[0]?.values);
  expect(both).toMatchObject({ limit: single?.limit, changes: single?.changes });
  expect(single?.changes.length).toBeGreaterThan(0);
});

it('marks where the level changed, and stayed', () => {
  const many = sampleNights(60, 'staging').map(digestOf);
  const latency = chartsOf(many, 'p').find(({ title }) => title === 'run.p95');
  expect(latency?.changes).toEqual([latency?.times[35]]);
});
