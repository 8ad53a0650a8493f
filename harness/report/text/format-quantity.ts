import type { Measurement } from '../../contract/measurement.ts';
import { formatCount } from './format-count.ts';

type Unit = Measurement['unit'];

/** A unit as it is written, and how many of the measured unit it holds. */
export interface Scale {
  readonly divisor: number;
  readonly symbol: string;
}

const plain: Scale = { divisor: 1, symbol: '' };

const scales: Readonly<Record<Unit, readonly [Scale, ...Scale[]]>> = {
  us: [
    { divisor: 1, symbol: 'µs' },
    { divisor: 1000, symbol: 'ms' },
    { divisor: 1_000_000, symbol: 's' },
  ],
  ms: [
    { divisor: 1, symbol: 'ms' },
    { divisor: 1000, symbol: 's' },
  ],
  bytes: [
    { divisor: 1, symbol: 'B' },
    { divisor: 1024, symbol: 'KiB' },
    { divisor: 1024 ** 2, symbol: 'MiB' },
    { divisor: 1024 ** 3, symbol: 'GiB' },
  ],
  count: [plain],
  'per-second': [{ divisor: 1, symbol: '/s' }],
  ratio: [plain],
  percent: [{ divisor: 1, symbol: '%' }],
};

/** The largest unit in which the value is still at least 1. */
export function scaleOf(value: number, unit: Unit): Scale {
  const known = scales[unit];
  return known.findLast((scale) => Math.abs(value) >= scale.divisor) ?? known[0];
}

/** Three significant digits, and whole numbers kept whole. */
function digits(value: number): string {
  if (Number.isInteger(value)) return formatCount(value);
  if (Math.abs(value) >= 1000) return formatCount(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

/** Writes several quantities of one line in one unit, chosen by the first: `['412 ms', '398 ms']`. */
export function formatQuantities(values: readonly number[], unit: Unit): string[] {
  const scale = scaleOf(values[0] ?? 0, unit);
  const suffix = scale.symbol === '' ? '' : ` ${scale.symbol}`;
  return values.map((value) => `${digits(value / scale.divisor)}${suffix}`);
}

/** One quantity in the unit that suits it: `412 ms`, `18.3 MiB`. */
export function formatQuantity(value: number, unit: Unit): string {
  return formatQuantities([value], unit).join('');
}
