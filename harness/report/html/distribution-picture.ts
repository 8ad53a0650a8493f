import type { Measurement } from '../../contract/measurement.ts';
import { formatQuantity } from '../text/format-quantity.ts';
import { plural } from '../text/plural.ts';
import { html, type Markup } from './markup.ts';

const width = 240;
const height = 44;

/** A small histogram with the limit as a line; empty where no distribution was kept. Buckets differ in width, so area counts. */
export function distributionPicture(measurement: Measurement): Markup | undefined {
  const buckets = measurement.distribution ?? [];
  const last = buckets.at(-1);
  if (last === undefined) return undefined;
  const right = Math.max(last[0], measurement.limit ?? 0);
  const x = (value: number): number => (value / right) * width;
  const columns = buckets.map(([bound, count], index) => {
    const left = x(leftEdge(buckets, index));
    const wide = Math.max(1, x(bound) - left);
    return { left, wide, density: count / wide };
  });
  const densest = Math.max(...columns.map(({ density }) => density));
  const bars = columns.map(({ left, wide, density }) => {
    const tall = (density / densest) * (height - 2);
    return html`<rect
      x="${left.toFixed(1)}"
      y="${(height - tall).toFixed(1)}"
      width="${Math.max(1, wide - 1).toFixed(1)}"
      height="${tall.toFixed(1)}"
    />`;
  });
  return html`<svg
    class="distribution"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    role="img"
    aria-label="${description(measurement)}"
  >
    ${bars}${measurement.limit === undefined ? undefined : limitLine(x(measurement.limit))}
  </svg>`;
}

/** The first bucket has no neighbour on its left; it is taken to be as wide as the second. */
function leftEdge(buckets: readonly (readonly [number, number])[], index: number): number {
  const before = buckets[index - 1]?.[0];
  const [first = 0, second = 0] = buckets.map(([bound]) => bound);
  return before ?? Math.max(0, 2 * first - second);
}

function limitLine(x: number): Markup {
  const at = Math.min(width - 1, x).toFixed(1);
  return html`<line x1="${at}" x2="${at}" y1="0" y2="${height}" />`;
}

function description({ distribution = [], unit }: Measurement): string {
  const total = distribution.reduce((sum, [, count]) => sum + count, 0);
  const [highest = 0] = distribution.at(-1) ?? [];
  return `Distribution of ${plural(total, 'sample')} up to ${formatQuantity(highest, unit)}`;
}
