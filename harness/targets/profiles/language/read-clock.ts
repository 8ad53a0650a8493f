/** Seconds of the epoch are below this until the year 5138, milliseconds above it since 1973. */
const leastMilliseconds = 1e11;

/** A target's own time in epoch milliseconds, from ISO 8601, epoch seconds or epoch milliseconds. */
export function readClock(value: unknown): number | undefined {
  if (typeof value === 'number') return value < leastMilliseconds ? value * 1000 : value;
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
