import type { Timeline } from '../../../contract/timeline.ts';
import type { Witness } from '../../../contract/witness.ts';
import { makeVisible } from '../../text/make-visible.ts';
import { html, type Markup } from '../markup.ts';
import { commandLine } from './command-line.ts';

/** One witness: what had to be, what was seen, the raw bytes, and how to see it again. */
export function witnessItem(witness: Witness, timelines: readonly Timeline[]): Markup {
  return html`<li>
    <p>${witness.must} <strong>${witness.however}</strong></p>
    ${
      witness.raw.length === 0
        ? undefined
        : html`<ul class="frames">
            ${witness.raw.map((record) => frame(record, timelines))}
          </ul>`
    }
    ${witness.replay === undefined ? undefined : commandLine(witness.replay)}
  </li> `;
}

function frame(record: Witness['raw'][number], timelines: readonly Timeline[]): Markup {
  const { n, connection, at, text, offset } = record;
  const byte = offset === undefined ? '' : `byte ${String(offset)}`;
  const where = [`#${String(n)}`, connection, `${at.toFixed(1)} ms`, byte]
    .filter(Boolean)
    .join(' · ');
  return html`<li>
    ${timelines.flatMap((timeline, index) =>
      timeline.witnesses
        .filter((one) => one.n === n && one.at === at && one.connection === connection)
        .slice(0, 1)
        .map(({ mark }) => timelineButton(index, mark)),
    )}<span class="context">${where}</span>
    <code>${makeVisible(text)}</code>
  </li> `;
}

/** Shown by the script that can answer it. */
function timelineButton(timeline: number, mark: number): Markup {
  return html`<button type="button" class="mark" data-of="${timeline}" data-mark="${mark}" hidden>
    show in timeline
  </button> `;
}
