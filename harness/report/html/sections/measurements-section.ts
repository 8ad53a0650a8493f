import type { Measurement } from '../../../contract/measurement.ts';
import { intervalText, limitText, valueText } from '../../summary/measured.ts';
import { standingOf } from '../../summary/standing.ts';
import { formatCount } from '../../text/format-count.ts';
import { addressOf } from '../address.ts';
import { badge } from '../badge.ts';
import { distributionPicture } from '../distribution-picture.ts';
import { html, type Markup } from '../markup.ts';
import type { Section } from '../section.ts';

/** Measured numbers with interval, limit, samples and the shape behind the number. */
export function measurementsSection(measurements: readonly Measurement[]): Section {
  return {
    id: 'measurements',
    title: 'Measurements',
    body: html`<ul class="entries">
      ${measurements.map(row)}
    </ul>`,
  };
}

function row(measurement: Measurement): Markup {
  const limit = limitText(measurement);
  const standing = standingOf(measurement.verdict, true);
  const context = [
    intervalText(measurement),
    limit === '' ? '' : `limit ${limit}`,
    `n = ${formatCount(measurement.n)}`,
  ].filter((part) => part !== '');
  return html`<li
    id="${addressOf({ kind: 'measurement', id: measurement.id })}"
    tabindex="-1"
    class="entry measurement"
  >
    ${limit === '' && standing === 'none' ? badge('none', 'no limit') : badge(standing)}
    <div>
      <code class="id">${measurement.id}</code> ${measurement.title}
      ${measurement.reason === undefined || standing === 'none' ? undefined : html`<p>${measurement.reason}</p>`}
    </div>
    <p class="quantity">
      <strong>${valueText(measurement)}</strong> <span class="context">${context.join(' · ')}</span>
    </p>
    ${distributionPicture(measurement)}
  </li> `;
}
