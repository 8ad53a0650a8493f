import type { Measurement } from '../../contract/measurement.ts';
import { formatQuantities, scaleOf } from '../text/format-quantity.ts';

/** Throughput is the only unit of which more is better; everything else is limited from above. */
function isFloor({ unit }: Pick<Measurement, 'unit'>): boolean {
  return unit === 'per-second';
}

/** `412 ms`. */
export function valueText(measurement: Measurement): string {
  return formatQuantities([measurement.value], measurement.unit).join('');
}

/** `[398 … 431]` in the unit of the value, or with its own where that would make long numbers: `[-21 … 11.3 KiB]`; or empty. */
export function intervalText({ value, unit, interval }: Measurement): string {
  if (interval === undefined) return '';
  const [low, high] = interval;
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const { symbol } = scaleOf(largest, unit);
  const [, ...ends] = formatQuantities([largest, low, high], unit);
  const bare = ends.map((end) => (symbol === '' ? end : end.slice(0, -symbol.length).trimEnd()));
  const own = scaleOf(value, unit).symbol === symbol ? '' : ` ${symbol}`;
  return `[${bare.join(' … ')}${own}]`;
}

/** `≤ 500 ms`, or `≥ 900 /s` where more is better; empty without a limit. */
export function limitText(measurement: Pick<Measurement, 'unit' | 'limit'>): string {
  if (measurement.limit === undefined) return '';
  const [limit = ''] = formatQuantities([measurement.limit], measurement.unit);
  return `${isFloor(measurement) ? '≥' : '≤'} ${limit}`;
}
