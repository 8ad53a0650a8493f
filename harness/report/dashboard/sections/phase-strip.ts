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

function strips(criteria: readonly CriterionHistory[]): Markup {
  return html`<ul class="entries">
    ${criteria.map(row)}
  </ul>`;
}

function row(criterion: CriterionHistory): Markup {
  const latest = criterion.runs.findLast(({ verdict }) => verdict !== undefined)?.verdict;
  // What the newest run did not ask has no standing now, whatever it was when it was last asked.
  const isAsked = criterion.runs.at(-1)?.verdict !== undefined;
  const standing = isAsked ? standingOf(latest ?? 'unknown', criterion.required) : 'none';
  const isLater = standing === 'warn' && criterion.phase !== undefined;
  const since =
    criterion.since === undefined || !isAsked
      ? ''
      : `since ${formatTime(criterion.since).slice(0, 10)}`;
  return html`<li class="entry">
    ${badge(standing, isAsked ? (isLater ? 'not yet required' : undefined) : 'not asked now')}
    <div>
      <code class="id">${criterion.id}</code>
      <span class="context">
        ${criterion.phase === undefined ? undefined : `phase ${String(criterion.phase)} ·`} ${since}
      </span>
      ${strip(criterion)}
    </div>
  </li> `;
}

function strip({ id, runs, required }: CriterionHistory): Markup {
  const failed = runs.filter(({ verdict }) => verdict === 'fail').length;
  const label = `${id}: failed in ${String(failed)} of ${plural(runs.length, 'run')}`;
  const width = runs.length * cell;
  return html`<svg
    class="strip"
    viewBox="0 0 ${width} ${height}"
    style="max-width: ${width}px"
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
