import type { CriterionResult } from '../../contract/gate.ts';
import type { Measurement } from '../../contract/measurement.ts';
import type { Result } from '../../contract/result.ts';

/** Each measurement with a limit is a criterion. */
export function judgeMeasurements(result: Result): CriterionResult[] {
  return result.measurements
    .filter((measurement) => measurement.limit !== undefined)
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
  return `${round(value)} ${unit} against ${round(limit ?? 0)} ${unit}, n = ${n}`;
}

function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}
