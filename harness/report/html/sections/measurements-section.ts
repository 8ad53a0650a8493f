import type { Measurement } from '../../../contract/measurement.ts';
import {
  drawnMember,
  judgedMember,
  limitOfLine,
  measuredLines,
  percentilesText,
  ratioOfLine,
  verdictOfLine,
  type MeasuredLine,
} from '../../summary/measured-line.ts';
import { intervalText } from '../../summary/measured.ts';
import { standingOf } from '../../summary/standing.ts';
import { formatCount } from '../../text/format-count.ts';
import { formatQuantities } from '../../text/format-quantity.ts';
import { addressOf } from '../address.ts';
import { badge } from '../badge.ts';
import { distributionPicture } from '../distribution-picture.ts';
import { html, type Markup } from '../markup.ts';
import type { Section } from '../section.ts';

/** Measured numbers with interval, limit, samples and the shape behind the number; the percentiles of one latency stand together. */
export function measurementsSection(measurements: readonly Measurement[]): Section {
  return {
    id: 'measurements',
    title: 'Measurements',
    body: html`<ul class="entries">
      ${measuredLines(measurements).map(row)}
    </ul>`,
  };
}

function row(line: MeasuredLine): Markup {
  const standing = standingOf(verdictOfLine(line), true);
  const one = judgedMember(line);
  const limit = limitOfLine(line);
  const share = one.unit === 'ratio' ? '' : ratioOfLine(line);
  const context = [
    percentilesText(line),
    intervalText(one),
    limit === '' ? '' : `limit ${limit}${share === '' ? '' : ` (${share})`}`,
    `n = ${formatCount(one.n)}`,
  ].filter((part) => part !== '');
  return html`<li class="entry measurement">
    ${limit === '' && standing === 'none' ? badge('none', 'no limit') : badge(standing)}
    <div>
      <code class="id">${line.name}</code>
      <p>${titleOf(line)}</p>
      ${standing === 'none' ? undefined : reasonsOf(line).map((reason) => html`<p>${reason}</p>`)}
    </div>
    <p class="quantity">
      <strong>${values(line)}</strong>
      <span class="context">${context.map(unbroken).join(' · ')}</span>
    </p>
    ${distributionPicture(drawnMember(line))}
  </li> `;
}

/** A limit or a count is not torn between two lines. */
const unbroken = (part: string): string => part.replaceAll(' ', '\u00A0');

/** Each number keeps an address of its own; the last one carries the unit. */
function values({ of }: MeasuredLine): Markup[] {
  const shown = formatQuantities(
    of.map(({ value }) => value),
    of[0].unit,
  );
  return of.map((one, nth) => {
    const last = nth === of.length - 1;
    const text = last ? shown[nth] : shown[nth]?.replace(/ [^\d\s]+$/, '');
    return html`<span
        id="${addressOf({ kind: 'measurement', id: one.id })}"
        tabindex="-1"
        class="${isBeyond(one) ? 'beyond' : 'within'}"
        >${text}</span
      >${last ? '' : ' / '}`;
  });
}

/** A number can fail within its limit: where the answers behind it were wrong. */
function isBeyond({ unit, value, limit }: Measurement): boolean {
  if (limit === undefined) return false;
  return unit === 'per-second' ? value < limit : value > limit;
}

/** What the percentiles have in common: `run, p50` and `run, p95` are `run`. */
function titleOf({ of }: MeasuredLine): string {
  return of.length === 1 ? of[0].title : of[0].title.replace(/, p\d+$/, '');
}

function reasonsOf({ of }: MeasuredLine): string[] {
  const told = of.filter(
    ({ verdict, reason }) => verdict !== 'not-applicable' && reason !== undefined,
  );
  return [...new Set(told.flatMap(({ reason }) => reason ?? []))];
}
