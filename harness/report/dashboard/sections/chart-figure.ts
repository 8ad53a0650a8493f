import { html, type Markup } from '../../html/markup.ts';
import type { Measurement } from '../../../contract/measurement.ts';
import { limitText } from '../../summary/measured.ts';
import { formatQuantity } from '../../text/format-quantity.ts';
import { formatTime } from '../../text/format-time.ts';
import type { Chart } from '../chart.ts';

/** A place for one chart, with everything it shows said in words as well. */
export function chartFigure(chart: Chart): Markup {
  return html`<figure class="chart">
    <figcaption>
      <strong>${chart.title}</strong>
      <span class="context">${inWords(chart)}</span>
    </figcaption>
    <div id="${chart.place}" class="plot"></div>
  </figure> `;
}

function inWords(chart: Chart): string {
  const unit = chart.unit as Measurement['unit'];
  const write = (value: number): string =>
    chart.unit === '' ? String(value) : formatQuantity(value, unit);
  const now = chart.lines.map(({ label, values }) => {
    const value = values.findLast((one) => one !== null);
    const text = value === null || value === undefined ? 'not measured' : write(value);
    return chart.lines.length === 1 ? text : `${label} ${text}`;
  });
  const limit =
    chart.limit === undefined
      ? ''
      : ` · limit ${chart.unit === '' ? String(chart.limit) : limitText({ unit, limit: chart.limit })}`;
  const changes = chart.changes.map((time) =>
    formatTime(new Date(time * 1000).toISOString()).slice(0, 10),
  );
  const changed = changes.length === 0 ? '' : ` · level changed ${changes.join(', ')}`;
  return `now ${now.join(', ')}${limit}${changed}`;
}
