/** As `toISOString` writes it: every other spelling is left to the schema to judge. */
const usual = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

let latest = '';
let latestMs: number | undefined;

/**
 * Epoch ms of a timestamp in UTC with milliseconds, `undefined` for any other text or for a day that never was. Events
 * come in the order of time, so that the one read last is often asked for again.
 */
export function readClock(timestamp: string): number | undefined {
  if (timestamp === latest) return latestMs;
  latest = timestamp;
  const ms = usual.test(timestamp) ? Date.parse(timestamp) : NaN;
  const exists = !Number.isNaN(ms) && new Date(ms).toISOString() === timestamp;
  latestMs = exists ? ms : undefined;
  return latestMs;
}
