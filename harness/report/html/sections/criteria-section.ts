import type { CriterionResult } from '../../../contract/gate.ts';
import type { Entry } from '../../summary/entry.ts';
import { isNotYetRequired } from '../../summary/is-not-yet-required.ts';
import { standingOf } from '../../summary/standing.ts';
import { plural } from '../../text/plural.ts';
import { addressOf } from '../address.ts';
import { badge } from '../badge.ts';
import { html, type Markup } from '../markup.ts';
import type { Section } from '../section.ts';

/** The gate's criteria by phase, each with links to the evidence it rests on; what is not yet required says so. */
export function criteriaSection(
  criteria: readonly CriterionResult[],
  entries: readonly Entry[],
): Section {
  const phases = [...Map.groupBy(criteria, (criterion) => criterion.phase)];
  return {
    id: 'criteria',
    title: 'Criteria',
    body: html`${phases.map(
      ([phase, members]) =>
        html`${phase === undefined ? undefined : html`<h3>Phase ${phase}</h3>`}
          <ul class="entries">
            ${members.map((criterion) => row(criterion, entries))}
          </ul>`,
    )}`,
  };
}

function row(criterion: CriterionResult, entries: readonly Entry[]): Markup {
  const standing = standingOf(criterion.verdict, criterion.required);
  return html`<li
    id="${addressOf({ kind: 'criterion', id: criterion.id })}"
    tabindex="-1"
    class="entry"
  >
    ${badge(standing, isNotYetRequired(criterion) ? 'not yet required' : undefined)}
    <div>
      <code class="id">${criterion.id}</code> ${criterion.title}
      <p>${criterion.reason}</p>
      ${restsOn(criterion, entries)}
      ${criterion.next === undefined ? undefined : html`<p class="next">Next: ${criterion.next}</p>`}
    </div>
  </li> `;
}

/** More links than this are a wall. */
const mostInLine = 4;

function restsOn(
  { rests_on: ids }: CriterionResult,
  entries: readonly Entry[],
): Markup | undefined {
  if (ids.length === 0) return undefined;
  const parts = ids.map((id, index) => {
    const entry = entries.find(
      (one) => one.kind !== 'criterion' && (one.id === id || one.title === id),
    );
    const name = entry === undefined ? id : html`<a href="#${addressOf(entry)}">${id}</a>`;
    return html`${index === 0 ? undefined : ' · '}${name}`;
  });
  if (ids.length <= mostInLine) return html`<p class="context">Rests on ${parts}</p>`;
  return html`<details class="rests">
    <summary class="context">Rests on ${plural(ids.length, 'piece', 'pieces')} of evidence</summary>
    <p class="context">${parts}</p>
  </details>`;
}
