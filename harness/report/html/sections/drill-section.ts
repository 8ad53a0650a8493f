import type { Drill } from '../../../contract/drill.ts';
import type { Standing } from '../../summary/standing.ts';
import { formatDuration } from '../../text/format-duration.ts';
import { plural } from '../../text/plural.ts';
import { badge } from '../badge.ts';
import { drillPicture } from '../drill-picture.ts';
import { html, type Markup } from '../markup.ts';
import type { Section } from '../section.ts';

type Switch = Drill['switches'][number];

const endings: Readonly<Record<Drill['ended'], Standing>> = {
  complete: 'pass',
  'no-way-back': 'fail',
  failed: 'fail',
  interrupted: 'unknown',
};

function drillLegend({ current, previous, switches }: Drill): Markup {
  return html`<ul class="legend" aria-label="Legend">
    <li><span class="sign bar" aria-hidden="true"></span><code>${current}</code> answers</li>
    <li>
      <span class="sign bar previous" aria-hidden="true"></span><code>${previous}</code> answers
    </li>
    <li>
      <span class="sign bar switch" aria-hidden="true"></span>a switch, from its order to its end
    </li>
    ${
      switches.some(({ lost_runs: lost }) => lost.length > 0)
        ? html`<li>
            <span class="sign bar switch lost" aria-hidden="true"></span>one that lost runs
          </li>`
        : undefined
    }
  </ul>`;
}

/** The rollback drill: who answered when, what each switch did to the runs under way, and what happened in order. */
export function drillSection(drill: Drill): Section {
  const { current, previous, ended, problem, runs, switches, timeline, newly_red: red } = drill;
  return {
    id: 'drill',
    title: 'Rollback drill',
    body: html`<p>
        ${badge(endings[ended], ended)} from <code>${current}</code> to <code>${previous}</code> and
        back, ${plural(runs, 'run')} in ${formatDuration(drill.duration_ms)}
      </p>
      ${problem === undefined ? undefined : html`<p class="notice">${problem}</p>`}
      ${switches.length === 0 ? undefined : html`${drillPicture(drill)} ${drillLegend(drill)}`}
      <ul class="entries">
        ${switches.map(row)}
        ${red.map(
          ({ id, however }) =>
            html`<li class="entry">
              ${badge('fail', 'newly red')}
              <div><code class="id">${id}</code> ${however}</div>
            </li>`,
        )}
      </ul>
      <details class="folded">
        <summary>${plural(timeline.length, 'moment')} in order</summary>
        <ol class="moments">
          ${timeline.map(
            ({ at, what }) => html`<li><code>${formatDuration(at)}</code> ${what}</li>`,
          )}
        </ol>
      </details>`,
  };
}

function row(one: Switch): Markup {
  const { kind, from, to, settled_ms: settled, answered_ms: answered } = one;
  const harmed = one.lost_runs.length + one.duplicated_events.length;
  const done = settled === undefined ? 'never done' : `done after ${formatDuration(settled)}`;
  const heard = answered === undefined ? '' : `, answered after ${formatDuration(answered)}`;
  const builds =
    one.build_before === undefined
      ? ''
      : ` · build ${one.build_before} → ${one.build_after ?? '?'}`;
  const standing = settled === undefined || harmed > 0 ? 'fail' : 'pass';
  return html`<li class="entry">
    ${badge(standing, kind)}
    <div>
      <code class="id">${from}</code> → <code class="id">${to}</code> ${done}${heard}
      <p>
        ${plural(one.in_flight, 'run')} in flight, ${one.lost_runs.length} lost,
        ${plural(one.duplicated_events.length, 'event')} doubled${builds}
      </p>
      ${one.lost_runs.length === 0 ? undefined : html`<p>Lost: ${one.lost_runs.join(', ')}</p>`}
    </div>
  </li>`;
}
