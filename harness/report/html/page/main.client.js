import { openCheckFilter } from './check-filter.client.js';
import { offerCopying } from './copy.client.js';
import { followDeepLink } from './deep-links.client.js';
import { offerDownload } from './download.client.js';
import { offerTimeline } from './open-timeline.client.js';

/** @typedef {import('../../../contract/result.ts').Result} Result */

const json = document.getElementById('result')?.textContent ?? '{}';
/** @type {Result} */
const result = JSON.parse(json);

const timelines = result.timelines.map((timeline, index) => {
  const figure = document.querySelector(`[data-timeline="${String(index)}"]`);
  return figure instanceof HTMLDetailsElement
    ? offerTimeline(figure, timeline, result.checks)
    : undefined;
});

for (const button of document.querySelectorAll('button.mark')) {
  if (!(button instanceof HTMLElement)) continue;
  const { of, mark } = button.dataset;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const panel = await timelines[Number(of)]?.();
    panel?.find(Number(mark));
  });
}

const filter = document.querySelector('.filter');
if (filter instanceof HTMLElement) openCheckFilter(filter);
offerCopying();
offerDownload(json);
window.addEventListener('hashchange', followDeepLink);
followDeepLink();
