import type { Measurement } from '../../contract/measurement.ts';
import type { Result } from '../../contract/result.ts';

/** Every measured number of a result once: those of their own, and those behind a check's verdict. */
export function measurementsOf({ measurements, checks }: Result): Measurement[] {
  const behindChecks = checks.flatMap(({ measured }) => measured ?? []);
  return [...new Map([...behindChecks, ...measurements].map((one) => [one.id, one])).values()];
}
