/** As `toISOString` writes it: every other spelling is left to the schema to judge. */
const usual = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Code units up to the minute, which many timestamps in a row have in common. */
const untilSeconds = 17;
const usualLength = 24;

let latestMinute = '';
let latestMinuteMs = 0;

/**
 * Epoch ms of a timestamp in UTC with milliseconds, `undefined` for any other text or for a day that never was. Events
 * come in the order of time, so that only the seconds of most are read.
 */
export function readClock(timestamp: string): number | undefined {
  if (timestamp.length !== usualLength) return undefined;
  if (latestMinute !== '' && timestamp.startsWith(latestMinute)) {
    const ms = readSeconds(timestamp);
    if (ms !== undefined) return latestMinuteMs + ms;
  }
  const ms = usual.test(timestamp) ? Date.parse(timestamp) : NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== timestamp) return undefined;
  latestMinute = timestamp.slice(0, untilSeconds);
  latestMinuteMs = Math.floor(ms / 60_000) * 60_000;
  return ms;
}

/** Milliseconds within the minute; `undefined` for what are no two digits, a point, three digits and a "Z". */
function readSeconds(timestamp: string): number | undefined {
  if (timestamp.charCodeAt(19) !== 0x2e || timestamp.charCodeAt(23) !== 0x5a) return undefined;
  const [tens, ones] = [digitAt(timestamp, 17), digitAt(timestamp, 18)];
  const [tenths, hundredths] = [digitAt(timestamp, 20), digitAt(timestamp, 21)];
  const ms = tens * 10_000 + ones * 1_000 + tenths * 100 + hundredths * 10 + digitAt(timestamp, 22);
  // A place that is no digit counts for more than all that are.
  return ms < 60_000 ? ms : undefined;
}

function digitAt(timestamp: string, place: number): number {
  const digit = timestamp.charCodeAt(place) - 0x30;
  return digit >= 0 && digit <= 9 ? digit : 60_000;
}
