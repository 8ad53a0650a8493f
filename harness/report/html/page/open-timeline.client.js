import { prepareLanes } from './lanes.client.js';
import { buildParts } from './timeline-parts.client.js';
import { TimelinePanel } from './timeline.client.js';
import { readFrame, readMarks, unpack } from './unpack.client.js';

/**
 * Draws a timeline when its part of the page is first opened: a run may have dozens, and few are looked at.
 * @param {HTMLDetailsElement} figure
 * @param {import('../../../contract/timeline.ts').Timeline} timeline
 * @param {readonly import('../../../contract/check-result.ts').CheckResult[]} checks
 * @returns {() => Promise<TimelinePanel>} opens it, and gives its panel
 */
export function offerTimeline(figure, timeline, checks) {
  /** @type {Promise<TimelinePanel> | undefined} */
  let panel;
  const open = () => {
    figure.open = true;
    panel ??= drawTimeline(figure, timeline, checks);
    return panel;
  };
  figure.addEventListener('toggle', () => {
    if (figure.open) void open();
  });
  if (figure.open) void open();
  return open;
}

/** @type {(...order: Parameters<typeof offerTimeline>) => Promise<TimelinePanel>} */
async function drawTimeline(figure, timeline, checks) {
  const lanes = prepareLanes(timeline, readMarks(await unpack(timeline.marks)), checks);
  const parts = buildParts(figure, `${timeline.journey} (${timeline.history})`, lanes.length);
  return new TimelinePanel(lanes, parts, (index) => readFrame(timeline, index));
}
