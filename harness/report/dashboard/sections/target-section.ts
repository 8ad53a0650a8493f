import type { Digest } from '../../digest/digest.ts';
import { badge } from '../../html/badge.ts';
import { strangersMatrix } from '../../html/strangers-matrix.ts';
import { html, type Markup } from '../../html/markup.ts';
import type { Section } from '../../html/section.ts';
import { standingOf } from '../../summary/standing.ts';
import { formatTime } from '../../text/format-time.ts';
import { plural } from '../../text/plural.ts';
import type { Chart } from '../chart.ts';
import { criteriaHistory } from '../criteria-history.ts';
import { runPath } from '../run-path.ts';
import { unstableOf, type Unstable } from '../unstable.ts';
import { chartFigure } from './chart-figure.ts';
import { phaseStrip } from './phase-strip.ts';
import { lastFailures } from './run-list.ts';

export interface TargetTrend {
  readonly id: string;
  readonly target: string;
  /** Oldest first, at least one. */
  readonly digests: readonly Digest[];
  readonly charts: readonly Chart[];
}

/** Everything of one target: how it stands, what was reached when, its trends, what cannot be trusted, what failed. */
export function targetSection({ id, target, digests, charts }: TargetTrend): Section {
  const latest = digests.at(-1);
  return {
    id,
    title: target,
    body: html`${latest === undefined ? undefined : standingNow(latest, digests.length)}
      ${phaseStrip(criteriaHistory(digests))}
      ${charts.length === 0 ? undefined : html`<h3>Trends</h3>`}
      <div class="charts">${charts.map(chartFigure)}</div>
      ${strangers(digests)} ${unstable(unstableOf(digests))} ${lastFailures(digests)}`,
  };
}

function standingNow(latest: Digest, count: number): Markup {
  const standing = standingOf(latest.verdict, true);
  return html`<div class="verdict ${standing}">
    <p class="eyebrow">${badge(standing)} <code>${latest.command}</code></p>
    <p class="headline"><a href="${runPath(latest.run_id)}">${latest.sentence}</a></p>
    <p class="facts">${formatTime(latest.started_at)} · ${plural(count, 'run')} on record</p>
  </div>`;
}

/** As the newest run saw them that looked. */
function strangers(digests: readonly Digest[]): Markup | undefined {
  const latest = digests.findLast((digest) => digest.strangers.length > 0);
  if (latest === undefined) return undefined;
  const rows = latest.strangers.map(({ families, ...row }) => ({
    ...row,
    families: Object.fromEntries(
      Object.entries(families).map(([family, { events, ending }]) => [
        family,
        { events: { verdict: events }, ending: { verdict: ending } },
      ]),
    ),
  }));
  return html`<h3>Strangers</h3>
    <p class="context">
      <a href="${runPath(latest.run_id)}#strangers">${formatTime(latest.started_at)}</a>
    </p>
    ${strangersMatrix(rows)}`;
}

function unstable(found: readonly Unstable[]): Markup | undefined {
  if (found.length === 0) return undefined;
  return html`<h3>Not to be trusted</h3>
    <ul class="entries">
      ${found.map(
        ({ id, turns, flaky }) =>
          html`<li class="entry">
            ${badge('warn', 'unstable')}
            <div>
              <code class="id">${id}</code>
              <p>
                ${turns > 0 ? `turned ${plural(turns, 'time')}` : undefined}
                ${flaky > 0 ? `passed only on a later attempt in ${plural(flaky, 'run')}` : undefined}
              </p>
            </div>
          </li>`,
      )}
    </ul>`;
}
