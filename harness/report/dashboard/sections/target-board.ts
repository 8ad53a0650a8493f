import { badge } from '../../html/badge.ts';
import { html, type Markup } from '../../html/markup.ts';
import { standingOf } from '../../summary/standing.ts';
import { formatTime } from '../../text/format-time.ts';
import type { TargetTrend } from './target-section.ts';

/** How each target stands, at a glance, with a link to its part of the page. */
export function targetBoard(trends: readonly TargetTrend[]): Markup {
  return html`<ul class="targets" aria-label="How each target stands">
    ${trends.map(row)}
  </ul>`;
}

function row({ id, target, digests }: TargetTrend): Markup | undefined {
  const latest = digests.at(-1);
  if (latest === undefined) return undefined;
  return html`<li>
    ${badge(standingOf(latest.verdict, true))}
    <a href="#${id}">${target}</a>
    <span class="context">${latest.sentence}</span>
    <span class="context">${formatTime(latest.started_at)}</span>
  </li>`;
}
