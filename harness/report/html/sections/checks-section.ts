import type { CheckResult } from '../../../contract/check-result.ts';
import type { Measurement } from '../../../contract/measurement.ts';
import type { Timeline } from '../../../contract/timeline.ts';
import { counted } from '../../summary/counted.ts';
import { intervalText, limitText, valueText } from '../../summary/measured.ts';
import { standingOf, standings, standingWords, type Standing } from '../../summary/standing.ts';
import { formatCount } from '../../text/format-count.ts';
import { plural } from '../../text/plural.ts';
import { addressOf } from '../address.ts';
import { badge } from '../badge.ts';
import { distributionPicture } from '../distribution-picture.ts';
import { html, type Markup } from '../markup.ts';
import type { Section } from '../section.ts';
import { witnessItem } from './witness-item.ts';

/** Every check with its evidence and its proof; failures come first and are open. */
export function checksSection(
  checks: readonly CheckResult[],
  timelines: readonly Timeline[],
): Section {
  const ordered = checks.toSorted((left, right) => rank(left) - rank(right));
  return {
    id: 'checks',
    title: 'Checks',
    body: html`${filter(checks)}
      <div class="checks">${ordered.map((check) => item(check, timelines))}</div>`,
  };
}

function standing(check: CheckResult): Standing {
  return standingOf(check.verdict, check.level === 'MUST');
}

function rank(check: CheckResult): number {
  return standings.indexOf(standing(check));
}

/** Shown only where scripts run; without them every check is listed anyway. */
function filter(checks: readonly CheckResult[]): Markup {
  const present = standings.filter((one) => checks.some((check) => standing(check) === one));
  return html`<div class="filter" role="group" aria-label="Show checks" hidden>
    <button type="button" data-show="all" aria-pressed="true">all ${checks.length}</button>
    ${present.map((one) => {
      const count = checks.filter((check) => standing(check) === one).length;
      return html`<button type="button" data-show="${one}" aria-pressed="false">
        ${standingWords[one]} ${count}
      </button> `;
    })}<label>Find <input type="search" data-find placeholder="id or words" /></label>
    <p class="context" role="status" data-found></p>
  </div>`;
}

function item(check: CheckResult, timelines: readonly Timeline[]): Markup {
  const open = check.verdict === 'fail' ? html` open` : undefined;
  return html`<details
    class="check"
    id="${addressOf({ kind: 'check', id: check.id })}"
    data-standing="${standing(check)}"
    ${open}
  >
    <summary>
      ${badge(standing(check))} <code class="id">${check.id}</code>
      <span class="title">${check.title}</span>
      <span class="context">${check.level} · met ${formatCount(check.exercised)}×</span>
    </summary>
    <div class="body">
      <p class="requirement">${check.requirement}</p>
      ${check.reason === undefined ? undefined : html`<p>${check.reason}</p>`}
      ${check.measured === undefined ? undefined : measuredLine(check.measured)}
      ${counted(check) === '' ? undefined : html`<p class="context">Counted: ${counted(check)}</p>`}
      ${
        check.witnesses.length === 0
          ? undefined
          : html`<ol class="witnesses">
              ${check.witnesses.map((witness) => witnessItem(witness, timelines))}
            </ol>`
      }
      ${check.further_failures === 0 ? undefined : html`<p class="context">and ${plural(check.further_failures, 'more failure')}</p>`}
      <dl class="proof">
        <div>
          <dt>Who benefits</dt>
          <dd>${check.value.segment}</dd>
        </div>
        <div>
          <dt>What they want</dt>
          <dd>${check.value.goal}</dd>
        </div>
        <div>
          <dt>What breaks</dt>
          <dd>${check.value.impact}</dd>
        </div>
        <div>
          <dt>Turned red by</dt>
          <dd>${check.proven_by.join(', ') || 'nothing: this check is not proven'}</dd>
        </div>
        <div>
          <dt>Left green by</dt>
          <dd>${check.left_green_by.join(', ') || 'no decoy'}</dd>
        </div>
      </dl>
    </div>
  </details> `;
}

function measuredLine(measured: Measurement): Markup {
  const limit = limitText(measured);
  return html`<p class="measured">
    <strong>${valueText(measured)}</strong>
    <span class="context">
      ${intervalText(measured)} ${limit === '' ? undefined : `limit ${limit}`} n =
      ${formatCount(measured.n)}
    </span>
    ${distributionPicture(measured)}
  </p>`;
}
