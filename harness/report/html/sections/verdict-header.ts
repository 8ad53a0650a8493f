import type { Result } from '../../../contract/result.ts';
import { countsText } from '../../summary/count-standings.ts';
import type { Entry } from '../../summary/entry.ts';
import { groupAlike } from '../../summary/group-alike.ts';
import { standingOf } from '../../summary/standing.ts';
import type { Summary } from '../../summary/summarise.ts';
import { formatDuration } from '../../text/format-duration.ts';
import { formatTime } from '../../text/format-time.ts';
import { plural } from '../../text/plural.ts';
import { addressOf } from '../address.ts';
import { badge } from '../badge.ts';
import { html, type Markup } from '../markup.ts';
import { scoreboard } from './scoreboard.ts';

/** The first screen: the verdict, the sentence that explains it, and what decided it. */
export function verdictHeader(result: Result, summary: Summary): Markup {
  const standing = standingOf(summary.verdict, true);
  return html`<header class="verdict ${standing}">
    <p class="eyebrow">${badge(standing)} <code>${result.command}</code></p>
    <h1>${summary.sentence}</h1>
    <p class="facts">
      ${countsText(summary.counts)} · ${formatDuration(result.duration_ms)} · exit code
      ${summary.exitCode}
    </p>
    <dl class="about">
      ${fact('Target', result.target)}${fact('Profile', result.profile)}${fact('Seed', result.seed)}${fact('Started', formatTime(result.started_at))}
    </dl>
    ${scoreboard(result)} ${summary.reasons.length === 0 ? undefined : reasons(summary.reasons)}
  </header> `;
}

function fact(name: string, value: string): Markup {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function reasons(entries: readonly Entry[]): Markup {
  return html`<ol class="reasons" aria-label="What decided this">
    ${groupAlike(entries).map(
      (group) =>
        html`<li>
          ${badge(group[0].standing)}
          <div>${group.length === 1 ? reason(group[0]) : together(group)}</div>
        </li> `,
    )}
  </ol>`;
}

function reason(entry: Entry): Markup {
  return html`${linkTo(entry)} ${entry.reason}
  ${entry.next === undefined ? undefined : html`<p class="next">Next: ${entry.next}</p>`}`;
}

/** Several that stand alike for one reason. */
function together(group: readonly [Entry, ...Entry[]]): Markup {
  return html`${plural(group.length, group[0].kind)}: ${group[0].reason}
    <p class="next">${group.map((entry) => html`${linkTo(entry)} `)}</p>`;
}

function linkTo(entry: Entry): Markup {
  return html`<a href="#${addressOf(entry)}">${entry.id}</a>`;
}
