import type { AuditTrend } from '../../contract/audit-trend.ts';
import { burnDowns, type BurnDown } from '../audit/burn-down.ts';
import { formatCount } from '../text/format-count.ts';
import { plural } from '../text/plural.ts';
import { html, type Markup } from './markup.ts';

const width = 640;
const height = 96;

/** The burn-down of every role over the commits of a range: a step line of implementations, one is the goal. */
export function burnDownPictures(trend: AuditTrend): Markup {
  return html`<h3>History over ${plural(trend.points.length, 'commit')}</h3>
    ${burnDowns(trend).map(picture)}`;
}

function picture({ role, points, turns }: BurnDown): Markup {
  const counts = points.map((point) => point.counts.implementations);
  const most = Math.max(1, ...counts);
  const step = width / Math.max(1, points.length);
  const y = (count: number): string => (height - 2 - (count / most) * (height - 12)).toFixed(1);
  const path = counts
    .map(
      (count, at) =>
        `${at === 0 ? 'M' : 'L'}${(at * step).toFixed(1)},${y(count)} H${((at + 1) * step).toFixed(1)}`,
    )
    .join(' ');
  const last = points.at(-1);
  return html`<figure class="burn-down">
    <figcaption>
      <code>${role}</code> ${formatCount(counts[0] ?? 0)} → ${formatCount(counts.at(-1) ?? 0)}
      implementations, ${formatCount(points[0]?.counts.duplicated_lines ?? 0)} →
      ${formatCount(last?.counts.duplicated_lines ?? 0)} duplicated lines
    </figcaption>
    <svg
      class="distribution"
      viewBox="0 0 ${width} ${height}"
      width="100%"
      height="${height}"
      preserveAspectRatio="none"
      role="img"
      aria-label="${role}: implementations per commit, from ${counts[0] ?? 0} to ${counts.at(-1) ?? 0}"
    >
      <path
        d="${path}"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        vector-effect="non-scaling-stroke"
      />
      <line
        x1="0"
        x2="${width}"
        y1="${y(1)}"
        y2="${y(1)}"
        stroke="currentColor"
        stroke-dasharray="4 4"
        opacity="0.4"
      />
    </svg>
    <ul class="entries">
      ${turns.map(
        ({ commit, at, subject, counts: now }) =>
          html`<li class="entry">
            <code>${commit.slice(0, 8)}</code>
            <div>
              ${now.implementations} in production, ${formatCount(now.lines)} lines,
              ${formatCount(now.duplicated_lines)} duplicated,
              ${plural(now.bypassing_files, 'bypassing file')}
              <p class="context">${at.slice(0, 10)} ${subject}</p>
            </div>
          </li>`,
      )}
    </ul>
  </figure>`;
}
