import type { Measurement } from '../../contract/measurement.ts';

/** Numbers that are no level, because what they were measured over was wrong. */
export interface Faulty {
  /** Beginning of their ids, such as `load` or `speed.dispatch`. */
  readonly group: string;
  readonly reason: string;
}

export interface Levels {
  readonly kept: readonly Measurement[];
  readonly faulty: readonly Faulty[];
}

/** Something failed that has no amount to keep to, unlike a budget: wrong answers, or a count of what may never happen. */
const isFault = ({ verdict, unit, limit }: Measurement): boolean =>
  verdict === 'fail' && (limit === undefined || (unit === 'count' && limit === 0));

const groupOf = ({ id }: Measurement): string => id.slice(0, Math.max(0, id.lastIndexOf('.')));

/**
 * Chooses what later runs may be held against: speed is worth nothing while answers are wrong, so a fault takes its whole group
 * with it. A number that merely broke its budget is a level like any other; what is unknown is none.
 */
export function chooseLevels(measurements: readonly Measurement[]): Levels {
  const faulty = new Map<string, string>();
  for (const measurement of measurements.filter(isFault)) {
    const group = groupOf(measurement);
    const { title, value, reason = `${title}: ${value}` } = measurement;
    if (!faulty.has(group)) faulty.set(group, reason);
  }
  return {
    kept: measurements.filter(
      (measurement) => measurement.verdict !== 'unknown' && !faulty.has(groupOf(measurement)),
    ),
    faulty: [...faulty].map(([group, reason]) => ({ group, reason })),
  };
}
