import type { Timeline } from '../../../contract/timeline.ts';
import { plural } from '../../text/plural.ts';
import { badge } from '../badge.ts';
import { html, type Markup } from '../markup.ts';
import type { Section } from '../section.ts';

/** Places for the timelines; the script draws those that are opened from the embedded result. */
export function timelineSection(timelines: readonly Timeline[]): Section {
  const telling = timelines.filter(({ witnesses }) => witnesses.length > 0);
  const isTelling = ({ timeline }: { timeline: Timeline }): boolean => telling.includes(timeline);
  const opened = telling.length > 0 ? telling : timelines.slice(0, 1);
  return {
    id: 'timeline',
    title: 'Timeline',
    body: html`${legend()}
      <noscript
        ><p class="context">
          The timeline is drawn by a script. The raw frames of every failure stand with its check.
        </p></noscript
      >
      ${timelines
        .map((timeline, index) => ({ timeline, index }))
        .toSorted((left, right) => Number(isTelling(right)) - Number(isTelling(left)))
        .map(({ timeline, index }) => place(timeline, index, opened.includes(timeline)))}`,
  };
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
  const size = `${plural(timeline.lanes.length, 'connection')}, ${plural(timeline.count, 'event')}`;
  const left = [
    ...(timeline.omitted === 0 ? [] : [plural(timeline.omitted, 'event')]),
    ...(timeline.frameless === 0
      ? []
      : [`the raw frames of ${plural(timeline.frameless, 'event')}`]),
  ].join(' and ');
  return html`<details
    class="timeline"
    data-timeline="${index}"
    ${opened ? html` open` : undefined}
  >
    <summary>
      <strong>${timeline.journey}</strong>
      <span class="context">${size} · ${timeline.history}</span>
      ${timeline.witnesses.length === 0 ? undefined : badge('fail', 'shows a failure')}
    </summary>
    ${
      left === ''
        ? undefined
        : html`<p class="notice">Left out here: ${left}; the history holds them all.</p>`
    }
  </details> `;
}
