import { badge } from '../../html/badge.ts';
import { html, type Markup } from '../../html/markup.ts';
import { standingOf, standingWords } from '../../summary/standing.ts';
import { formatTime } from '../../text/format-time.ts';
import { plural } from '../../text/plural.ts';
import type { CriterionHistory } from '../criteria-history.ts';

const cell = 10;
const height = 18;

/** More steady criteria than this would hide those that are not. */
const mostUnfolded = 8;

/** Criteria over time, a cell per run: what has been reached, and since when. What never wavered is folded away. */
export function phaseStrip(criteria: readonly CriterionHistory[]): Markup | undefined {
  if (criteria.length === 0) return undefined;
  const steady = criteria.filter(isSteady);
  const folded = steady.length > mostUnfolded ? steady : [];
  const shown = criteria.filter((criterion) => !folded.includes(criterion));
  return html`<h3>Criteria over time</h3>
    ${shown.length === 0 ? undefined : strips(shown)}
    ${
      folded.length === 0
        ? undefined
        : html`<details class="folded">
            <summary>${plural(folded.length, 'criterion', 'criteria')} passed in every run</summary>
            ${strips(folded)}
          </details>`
    }`;
}

function isSteady({ runs }: CriterionHistory): boolean {
  return runs.every(({ verdict }) => verdict === 'pass' || verdict === undefined);
}

/** One line per criterion, by phase, under the days from the oldest run to the newest. */
function strips(criteria: readonly CriterionHistory[]): Markup {
  const runs = criteria[0]?.runs ?? [];
  const dayOf = (index: number): string => dayText(runs.at(index)?.digest.started_at ?? '');
  return html`<div class="strips">
    <p class="days context" aria-hidden="true"><span>${dayOf(0)}</span><span>${dayOf(-1)}</span></p>
    ${[...Map.groupBy(criteria, ({ phase }) => phase)].map(
      ([phase, members]) =>
        html`${phase === undefined ? undefined : html`<h4>Phase ${phase}</h4>`}
          <ul>
            ${members.map(row)}
          </ul>`,
    )}
  </div>`;
}

function dayText(time: string): string {
  return formatTime(time).slice(0, 10);
}

function row(criterion: CriterionHistory): Markup {
  const latest = criterion.runs.findLast(({ verdict }) => verdict !== undefined)?.verdict;
  // What the newest run did not ask has no standing now, whatever it was when it was last asked.
  const isAsked = criterion.runs.at(-1)?.verdict !== undefined;
  const standing = isAsked ? standingOf(latest ?? 'unknown', criterion.required) : 'none';
  const isLater = standing === 'warn' && criterion.phase !== undefined;
  const since =
    criterion.since === undefined || !isAsked ? '' : `since ${dayText(criterion.since)}`;
  return html`<li>
    ${badge(standing, isAsked ? (isLater ? 'not yet required' : undefined) : 'not asked now')}
    <code class="id">${criterion.id}</code>
    ${strip(criterion)}
    <span class="context since">${since}</span>
  </li> `;
}

function strip({ id, runs, required }: CriterionHistory): Markup {
  const failed = runs.filter(({ verdict }) => verdict === 'fail').length;
  const label = `${id}: failed in ${String(failed)} of ${plural(runs.length, 'run')}`;
  const width = runs.length * cell;
  return html`<svg
    class="strip"
    viewBox="0 0 ${width} ${height}"
    preserveAspectRatio="none"
    role="img"
    aria-label="${label}"
  >
    ${runs.map(({ digest, verdict }, index) => {
      const standing = verdict === undefined ? 'none' : standingOf(verdict, required);
      return html`<rect
        class="${standing}"
        x="${index * cell}"
        width="${cell - 1}"
        height="${height}"
      >
        <title>
          ${formatTime(digest.started_at)}:
          ${verdict === undefined ? 'not judged' : standingWords[standing]}
        </title>
      </rect>`;
    })}
  </svg>`;
}
