import { openCheckFilter } from './check-filter.client.js';
import { offerCopying } from './copy.client.js';
import { followDeepLink } from './deep-links.client.js';
import { offerDownload } from './download.client.js';
import { prepareLanes } from './lanes.client.js';
import { buildParts } from './timeline-parts.client.js';
import { TimelinePanel } from './timeline.client.js';

/** @typedef {import('../../../contract/result.ts').Result} Result */

const json = document.getElementById('result')?.textContent ?? '{}';
/** @type {Result} */
const result = JSON.parse(json);

const panels = result.timelines.map((timeline, index) => {
  const figure = document.querySelector(`[data-timeline="${String(index)}"]`);
  if (!(figure instanceof HTMLElement)) return undefined;
  const name = `${timeline.journey} (${timeline.history})`;
  const parts = buildParts(figure, name, timeline.lanes.length);
  return new TimelinePanel(prepareLanes(timeline, result.checks), parts);
});

for (const button of document.querySelectorAll('button.mark')) {
  if (!(button instanceof HTMLElement)) continue;
  const { n, connection = '', at } = button.dataset;
  const shown = result.timelines.some((timeline) =>
    timeline.lanes.some(
      (lane) =>
        lane.connection === connection &&
        lane.marks.some((mark) => mark.n === Number(n) && mark.at === Number(at)),
    ),
  );
  button.hidden = !shown;
  button.addEventListener('click', () => {
    panels.some((panel) => panel?.find(connection, Number(n), Number(at)));
  });
}

const filter = document.querySelector('.filter');
if (filter instanceof HTMLElement) openCheckFilter(filter);
offerCopying();
offerDownload(json);
window.addEventListener('hashchange', followDeepLink);
followDeepLink();
