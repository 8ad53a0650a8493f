import type { Verdict } from '../../contract/verdict.ts';
import { standingOf, type Standing } from '../summary/standing.ts';
import { html, type Markup } from './markup.ts';
import { badge } from './badge.ts';

/** One server of the matrix: per family of checks what was said, and how it ended. */
export interface MatrixRow {
  readonly name: string;
  readonly profile: string;
  readonly families: Readonly<Record<string, MatrixCell>>;
}
export interface MatrixCell {
  readonly events: MatrixVerdict;
  readonly ending: MatrixVerdict;
}
interface MatrixVerdict {
  readonly verdict: Verdict;
  /** What a reader of this cell wants to know, in a few words. */
  readonly note?: string;
}

const words: Readonly<Record<Verdict, string>> = {
  pass: 'kept',
  fail: 'broken',
  unknown: 'open',
  'not-applicable': 'not offered',
};

/** Servers down, families of checks across; two verdicts per cell. Scrolls by itself where it is wider than the page. */
export function strangersMatrix(rows: readonly MatrixRow[]): Markup {
  const families = [...new Set(rows.flatMap((row) => Object.keys(row.families)))].toSorted();
  return html`<div
    class="matrix"
    role="group"
    aria-label="Matrix of strangers and families of checks"
    tabindex="0"
  >
    <table>
      <thead>
        <tr>
          <th scope="col">server</th>
          ${families.map((family) => html`<th scope="col">${family}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${row.name} <span class="context">${row.profile}</span></th>
              ${families.map((family) => cell(row.families[family]))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cell(found: MatrixCell | undefined): Markup {
  if (found === undefined) return html`<td></td>`;
  return html`<td>${half(found.events, 'events')} ${half(found.ending, 'ending')}</td>`;
}

function half({ verdict, note }: MatrixVerdict, what: string): Markup {
  const standing: Standing = standingOf(verdict, true);
  return html`<span class="half" title="${note === undefined ? what : `${what}: ${note}`}"
    >${badge(standing, words[verdict])}<span class="context"> ${what}</span></span
  >`;
}
