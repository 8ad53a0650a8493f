import type { CriterionResult } from '../../contract/gate.ts';
import type { Measurement } from '../../contract/measurement.ts';
import type { Result } from '../../contract/result.ts';

/** Each measurement with a limit is a criterion, and so is each that failed without one: its answers were wrong, however fast. */
export function judgeMeasurements(result: Result): CriterionResult[] {
  return result.measurements
    .filter(({ limit, verdict }) => limit !== undefined || verdict === 'fail')
    .map((measurement) => ({
      id: measurement.id,
      title: measurement.title,
      required: true,
      verdict: measurement.verdict,
      reason: measurement.reason ?? describe(measurement),
      rests_on: [measurement.id],
    }));
}

function describe(measurement: Measurement): string {
  const { value, unit, limit, n } = measurement;
  const against = limit === undefined ? '' : ` against ${round(limit)} ${unit}`;
  return `${round(value)} ${unit}${against}, n = ${n}`;
}

function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}
