import type { Stranger, StrangerCell } from '../../../contract/strangers.ts';
import type { Standing } from '../../summary/standing.ts';
import { plural } from '../../text/plural.ts';
import { badge } from '../badge.ts';
import { html, type Markup } from '../markup.ts';
import type { Section } from '../section.ts';
import { strangersMatrix, type MatrixRow } from '../strangers-matrix.ts';

type Fault = Stranger['faults'][number];

const standings: Readonly<Record<Fault['verdict'], Standing>> = {
  caught: 'pass',
  missed: 'fail',
  'wrong-check': 'fail',
  'no-bite': 'unknown',
  'not-applicable': 'none',
};

/** Real foreign servers: what each of them keeps, what is known of it, and which damage was seen. */
export function strangersSection(strangers: readonly Stranger[]): Section {
  const journeys = strangers.reduce((sum, one) => sum + one.journeys, 0);
  return {
    id: 'strangers',
    title: 'Strangers',
    body: html`<p class="context">
        ${plural(strangers.length, 'real server')}, ${plural(journeys, 'clean journey')}. Each cell
        has two verdicts: what was said, and how the connections ended on which it was said.
      </p>
      ${strangersMatrix(strangers.map(matrixRow))}
      <ul class="entries">
        ${strangers.map(row)}
      </ul>`,
  };
}

/** A server as a row of the matrix. */
export function matrixRow({ name, profile, families }: Stranger): MatrixRow {
  const cells = Object.entries(families).map(([family, { events, ending }]) => [
    family,
    {
      events: { verdict: events.verdict, note: noteOf(events) },
      ending: { verdict: ending.verdict, note: noteOf(ending) },
    },
  ]);
  return { name, profile, families: Object.fromEntries(cells) };
}

function noteOf({ exercised, blame, checks, note }: StrangerCell): string {
  const why = [blame, checks.join(' '), note].filter((part) => part !== undefined && part !== '');
  return [`${exercised} met`, ...why].join(' · ');
}

function row({ name, runs, journeys, alarms, stale, known, faults }: Stranger): Markup {
  const bitten = faults.filter(({ verdict }) => verdict !== 'not-applicable');
  const caught = bitten.filter(({ verdict }) => verdict === 'caught');
  const sound = alarms.length + stale.length === 0 && caught.length === bitten.length;
  const standing = runs === 0 ? 'unknown' : sound ? 'pass' : 'fail';
  return html`<li class="entry" id="stranger=${encodeURIComponent(name)}" tabindex="-1">
    ${badge(standing)}
    <div>
      <code class="id">${name}</code> ${plural(runs, 'run')} in ${plural(journeys, 'journey')},
      ${caught.length} of ${plural(bitten.length, 'damage')} caught by the check that owns it
      ${alarms.length === 0 ? undefined : html`<p>Alarms without a damage: ${alarms.join(', ')}</p>`}
      ${stale.length === 0 ? undefined : html`<p>Known, and no longer so: ${stale.join(', ')}</p>`}
      ${Object.entries(known).map(([id, why]) => html`<p>Known: <code>${id}</code> ${why}</p>`)}
      ${damages(faults)}
    </div>
  </li>`;
}

function damages(faults: readonly Fault[]): Markup | undefined {
  if (faults.length === 0) return undefined;
  return html`<details class="folded">
    <summary>${plural(faults.length, 'damage')}</summary>
    <ul class="entries">
      ${faults.map(
        ({ fault, title, owner, verdict, note }) =>
          html`<li class="entry">
            ${badge(standings[verdict], verdict)}
            <div>
              <code class="id">${fault}</code> ${title}
              <p>${owner}${note === undefined ? '' : `: ${note}`}</p>
            </div>
          </li>`,
      )}
    </ul>
  </details>`;
}
