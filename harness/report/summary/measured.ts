import type { Measurement } from '../../contract/measurement.ts';
import { formatQuantities } from '../text/format-quantity.ts';

/** Throughput is the only unit of which more is better; everything else is limited from above. */
function isFloor({ unit }: Pick<Measurement, 'unit'>): boolean {
  return unit === 'per-second';
}

/** `412 ms`. */
export function valueText(measurement: Measurement): string {
  return formatQuantities([measurement.value], measurement.unit).join('');
}

/** `[398 … 431]` in the unit of the value, or empty. */
export function intervalText(measurement: Measurement): string {
  if (measurement.interval === undefined) return '';
  const [value = '', low = '', high = ''] = formatQuantities(
    [measurement.value, ...measurement.interval],
    measurement.unit,
  );
  const unit = / [^\d\s]+$/.exec(value)?.[0] ?? '';
  return `[${low.slice(0, low.length - unit.length)} … ${high.slice(0, high.length - unit.length)}]`;
}

/** `≤ 500 ms`, or `≥ 900 /s` where more is better; empty without a limit. */
export function limitText(measurement: Pick<Measurement, 'unit' | 'limit'>): string {
  if (measurement.limit === undefined) return '';
  const [limit = ''] = formatQuantities([measurement.limit], measurement.unit);
  return `${isFloor(measurement) ? '≥' : '≤'} ${limit}`;
}
