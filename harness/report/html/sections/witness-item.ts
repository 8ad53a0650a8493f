import type { Witness } from '../../../contract/witness.ts';
import { makeVisible } from '../../text/make-visible.ts';
import { html, type Markup } from '../markup.ts';
import { commandLine } from './command-line.ts';

/** One witness: what had to be, what was seen, the raw bytes, and how to see it again. */
export function witnessItem(witness: Witness): Markup {
  return html`<li>
    <p>${witness.must} <strong>${witness.however}</strong></p>
    ${
      witness.raw.length === 0
        ? undefined
        : html`<ul class="frames">
            ${witness.raw.map(frame)}
          </ul>`
    }
    ${witness.replay === undefined ? undefined : commandLine(witness.replay)}
  </li> `;
}

function frame(record: Witness['raw'][number]): Markup {
  const { n, connection, at, text } = record;
  const where = [`#${String(n)}`, connection, `${at.toFixed(1)} ms`].filter(Boolean).join(' · ');
  return html`<li>
    <button
      type="button"
      class="mark"
      data-n="${n}"
      data-connection="${connection}"
      data-at="${at}"
      hidden
    >
      show in timeline
    </button>
    <span class="context">${where}</span>
    <code>${makeVisible(text)}</code>
  </li> `;
}
