import type { CheckResult } from '../../../contract/check-result.ts';
import type { Timeline } from '../../../contract/timeline.ts';
import { formatCount } from '../../text/format-count.ts';
import { plural } from '../../text/plural.ts';
import { html, type Markup } from '../markup.ts';
import type { Section } from '../section.ts';

/** Places for the timelines; the script draws them from the embedded result. */
export function timelineSection(
  timelines: readonly Timeline[],
  checks: readonly CheckResult[],
): Section {
  const opened = openedFirst(timelines, checks);
  return {
    id: 'timeline',
    title: 'Timeline',
    body: html`${legend()}
      <noscript
        ><p class="context">
          The timeline is drawn by a script. The raw frames of every failure stand with its check.
        </p></noscript
      >
      ${timelines.map((timeline, index) => place(timeline, index, opened.has(timeline)))}`,
  };
}

/** Those that hold the witness of a failure; without one, the first. */
function openedFirst(
  timelines: readonly Timeline[],
  checks: readonly CheckResult[],
): ReadonlySet<Timeline> {
  const witnesses = checks.flatMap((check) => check.witnesses.flatMap(({ raw }) => raw));
  const telling = timelines.filter(({ lanes }) =>
    lanes.some(({ connection, marks }) =>
      witnesses.some(
        (record) =>
          record.connection === connection &&
          marks.some(({ n, at }) => n === record.n && at === record.at),
      ),
    ),
  );
  return new Set(telling.length > 0 ? telling : timelines.slice(0, 1));
}

const legendEntries = [
  { sign: 'bar', text: 'tool' },
  { sign: 'bar bad', text: 'tool that failed' },
  { sign: 'tick', text: 'event' },
  { sign: 'tick end', text: 'end of a run' },
  { sign: 'tick sent', text: 'sent' },
  { sign: 'bar hatched', text: 'replayed' },
  { sign: 'ring', text: 'witness of a failure' },
];

function legend(): Markup {
  return html`<ul class="legend" aria-label="Legend">
    ${legendEntries.map(
      ({ sign, text }) =>
        html`<li><span class="sign ${sign}" aria-hidden="true"></span>${text}</li>`,
    )}
  </ul>`;
}

function place(timeline: Timeline, index: number, opened: boolean): Markup {
  const marks = timeline.lanes.reduce((sum, lane) => sum + lane.marks.length, 0);
  const size = `${plural(timeline.lanes.length, 'connection')}, ${plural(marks, 'event')}`;
  return html`<details
    class="timeline"
    data-timeline="${index}"
    ${opened ? html` open` : undefined}
  >
    <summary>
      <strong>${timeline.journey}</strong>
      <span class="context">${size} · ${timeline.history}</span>
    </summary>
    ${
      timeline.omitted === 0
        ? undefined
        : html`<p class="notice">
            ${formatCount(timeline.omitted)} events are left out here; the history holds them all.
          </p>`
    }
  </details> `;
}
