import type { Timeline } from '../../contract/timeline.ts';
import type { TimelineRoom } from './build-timeline.ts';

/** Characters of packed frames: about forty megabytes of what a chat server says, and a page that still opens at once. */
const mostOfHistory = 4_000_000;
const mostOfRun = 12_000_000;

/** What the next history of a run may take, after these. */
export function roomAfter(timelines: readonly Timeline[]): TimelineRoom {
  const used = timelines
    .flatMap(({ frames }) => frames)
    .reduce((sum, { packed }) => sum + packed.length, 0);
  return { frames: Math.max(0, Math.min(mostOfHistory, mostOfRun - used)) };
}
