import type { DecoyCell, FaultCell, KillMatrix } from '../../../contract/kill-matrix.ts';
import type { Standing } from '../../summary/standing.ts';
import { plural } from '../../text/plural.ts';
import { addressOf } from '../address.ts';
import { badge } from '../badge.ts';
import { html, type Markup } from '../markup.ts';
import type { Section } from '../section.ts';

const standings: Readonly<Record<FaultCell['verdict'], Standing>> = {
  caught: 'pass',
  missed: 'fail',
  'wrong-check': 'fail',
  'no-bite': 'unknown',
};

/** Which seeded fault turned which check red: gaps in the proof first, the rest folded away. */
export function killMatrixSection({ faults, decoys }: KillMatrix): Section {
  const caught = faults.filter(({ verdict }) => verdict === 'caught');
  const gaps = faults.filter(({ verdict }) => verdict !== 'caught');
  const alarmed = decoys.filter(({ alarms }) => alarms.length > 0);
  const green = decoys.filter(({ alarms }) => alarms.length === 0);
  return {
    id: 'kill-matrix',
    title: 'Kill matrix',
    body: html`<p class="context">
        ${caught.length} of ${plural(faults.length, 'fault')} caught by their own check,
        ${alarmed.length} of ${plural(decoys.length, 'decoy')} alarmed
      </p>
      ${list([...gaps.map(faultRow), ...alarmed.map(decoyRow)])}
      ${folded(`${plural(caught.length, 'fault')} caught`, caught.map(faultRow))}
      ${folded(`${plural(green.length, 'decoy')} left green`, green.map(decoyRow))}`,
  };
}

function folded(title: string, rows: readonly Markup[]): Markup | undefined {
  if (rows.length === 0) return undefined;
  return html`<details class="folded">
    <summary>${title}</summary>
    ${list(rows)}
  </details>`;
}

function list(rows: readonly Markup[]): Markup | undefined {
  return rows.length === 0
    ? undefined
    : html`<ul class="entries">
        ${rows}
      </ul>`;
}

function faultRow({ id, title, check, verdict, note, alarms }: FaultCell): Markup {
  const others = alarms.filter((alarm) => alarm !== check);
  return html`<li class="entry">
    ${badge(standings[verdict], verdict)}
    <div>
      <code class="id">${id}</code> ${title}
      <p>${linkTo(check)} ${note}</p>
      ${others.length === 0 ? undefined : html`<p>Also alarmed: ${others.join(', ')}</p>`}
    </div>
  </li> `;
}

function decoyRow({ id, title, alarms }: DecoyCell): Markup {
  return html`<li class="entry">
    ${alarms.length === 0 ? badge('pass', 'green') : badge('fail', 'false alarm')}
    <div>
      <code class="id">${id}</code> ${title}
      ${alarms.length === 0 ? undefined : html`<p>${alarms.map((check) => html`${linkTo(check)} `)}</p>`}
    </div>
  </li> `;
}

function linkTo(check: string): Markup {
  return html`<a href="#${addressOf({ kind: 'check', id: check })}">${check}</a>`;
}
