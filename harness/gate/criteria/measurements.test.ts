import { expect, it } from 'vitest';
import type { Measurement } from '../../contract/measurement.ts';
import type { Result } from '../../contract/result.ts';
import { judgeMeasurements } from './measurements.ts';

const measurement: Measurement = {
  id: 'speed.dispatch.cpu',
  title: 'CPU per request',
  unit: 'ratio',
  value: 1,
  n: 8,
  verdict: 'pass',
};

function judge(...measurements: Measurement[]): string[] {
  const result = { measurements } as unknown as Result;
  return judgeMeasurements(result).map(({ id, verdict, reason }) => `${id} ${verdict}: ${reason}`);
}

it('holds what has a limit to it, and lets what has none and did not fail be information', () => {
  expect(judge(measurement, { ...measurement, id: 'limited', limit: 1.1 })).toEqual([
    'limited pass: 1 ratio against 1.1 ratio, n = 8',
  ]);
});

it('fails over wrong answers that have no limit', () => {
  const reason = '3 requests of the candidate failed';
  expect(judge({ ...measurement, verdict: 'fail', reason })).toEqual([
    `speed.dispatch.cpu fail: ${reason}`,
  ]);
});
