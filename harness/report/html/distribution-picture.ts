import type { Measurement } from '../../contract/measurement.ts';
import { formatQuantity } from '../text/format-quantity.ts';
import { plural } from '../text/plural.ts';
import { html, type Markup } from './markup.ts';

const width = 240;
const height = 44;
/** Height of the line of labels below it. */
const labels = 14;

/**
 * A small histogram with its range below it and the limit as a line; empty where no distribution was kept. The line of values is
 * logarithmic, because latencies have long tails, and where area counts, because buckets differ in width.
 */
export function distributionPicture(measurement: Measurement): Markup | undefined {
  const buckets = (measurement.distribution ?? []).filter(([bound]) => bound > 0);
  const [first] = buckets;
  const last = buckets.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { limit = 0, unit } = measurement;
  const low = leftEdge(buckets, 0);
  const high = Math.max(last[0], limit, low * 1.1);
  const x = (value: number): number => (Math.log(value / low) / Math.log(high / low)) * width;
  const columns = buckets.map(([bound, count], index) => {
    const left = x(leftEdge(buckets, index));
    const wide = Math.max(1, x(bound) - left);
    return { left, wide, density: count / wide };
  });
  const densest = Math.max(...columns.map(({ density }) => density));
  const bars = columns.map(({ left, wide, density }) => {
    const tall = density === 0 ? 0 : Math.max(1.5, (density / densest) * (height - 4));
    return html`<rect
      x="${left.toFixed(1)}"
      y="${(height - tall).toFixed(1)}"
      width="${Math.max(1, wide - 1).toFixed(1)}"
      height="${tall.toFixed(1)}"
    />`;
  });
  return html`<svg
    class="distribution"
    viewBox="0 0 ${width} ${height + labels}"
    width="${width}"
    height="${height + labels}"
    role="img"
    aria-label="${description(measurement)}"
  >
    <path d="M0 ${height}H${width}" />
    ${bars}
    <text x="0" y="${height + labels - 2}">${formatQuantity(low, unit)}</text>
    ${highLabel(x(last[0]), formatQuantity(last[0], unit), limit > 0)}
    ${limit > 0 ? limitLine(x(limit), formatQuantity(limit, unit)) : undefined}
  </svg>`;
}

/** The first bucket has no neighbour on its left; it is taken to be as wide as the second, and never to begin at 0. */
function leftEdge(buckets: readonly (readonly [number, number])[], index: number): number {
  const before = buckets[index - 1]?.[0];
  const [first = 0, second = first * 1.05] = buckets.map(([bound]) => bound);
  return before ?? Math.max(first / 2, (first * first) / second);
}

/** Where the samples end; left out where it would touch the labels beside it. */
function highLabel(x: number, text: string, beside: boolean): Markup | undefined {
  if (x < width / 3 || (beside && x > (width * 2) / 3)) return undefined;
  return html`<text x="${x.toFixed(1)}" y="${height + labels - 2}" text-anchor="end"
    >${text}</text
  >`;
}

function limitLine(x: number, text: string): Markup {
  const at = Math.min(width - 1, x).toFixed(1);
  return html`<line x1="${at}" x2="${at}" y1="0" y2="${height}" />
    <text
      class="limit"
      x="${at}"
      y="${height + labels - 2}"
      text-anchor="${x < width / 3 ? 'start' : 'end'}"
    >
      ${text}
    </text>`;
}

function description({ distribution = [], unit }: Measurement): string {
  const total = distribution.reduce((sum, [, count]) => sum + count, 0);
  const [highest = 0] = distribution.at(-1) ?? [];
  return `Distribution of ${plural(total, 'sample')} up to ${formatQuantity(highest, unit)}`;
}
