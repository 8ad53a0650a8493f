import {
  cutShort,
  handOver,
  leaveOut,
  NotOffered,
  unmet,
  type BusinessValue,
  type Measurement,
  type PageObservation,
} from 'golden-path';
import type { TestInfo } from 'playwright/test';

/** What a test says of itself. */
export interface Meaning {
  readonly covers: string[];
  readonly value: BusinessValue;
}

/**
 * Hands over what a visit saw, first of all, so that a red test still tells it. Then ends the test where the page does
 * not offer what it needs, or where the visit broke off or anything was wrong on the wire, with the witness of it.
 */
export async function tell(
  test: TestInfo,
  seen: Pick<PageObservation, 'stopped' | 'checks' | 'histories'>,
  { covers, value }: Meaning,
  measurements: Measurement[] = [],
): Promise<void> {
  const { stopped, checks, histories } = seen;
  if (stopped instanceof NotOffered) leaveOut(test, stopped.message);
  await handOver(test, {
    covers,
    value,
    checks: [...checks],
    measurements,
    histories: [...histories],
  });
  cutShort(test, stopped);
  const failed = checks.filter(({ level, verdict }) => level === 'MUST' && verdict === 'fail');
  // One answer tells nothing of speed, least of all where a browser shares the machine: that is the test of latency's.
  const judged = failed.filter(({ id }) => !id.startsWith('LAT-'));
  const wrong = unmet(
    checks,
    judged.map(({ id }) => id),
  );
  const told = [...(stopped === undefined ? [] : [stopped.message]), ...wrong];
  if (told.length > 0) throw new Error(told.join('\n'), { cause: stopped });
}
