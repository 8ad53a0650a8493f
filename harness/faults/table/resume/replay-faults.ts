import { resumeEarly } from '../../../probe/journeys/resume-early.ts';
import { resume } from '../../../probe/journeys/resume.ts';
import { twoTabs } from '../../../probe/journeys/two-tabs.ts';
import { dropFromReplay } from '../../damage/drop-from-replay.ts';
import { loseToolsOnReturn } from '../../damage/lose-tools-on-return.ts';
import { forgetRun } from '../../damage/forget-run.ts';
import { onReturn } from '../../damage/on-return.ts';
import { renameOnReturn } from '../../damage/rename-on-return.ts';
import { rethreadOnReturn } from '../../damage/rethread-on-return.ts';
import { alterReplay, interleaveReplay, replayAnew, replayUnmarked } from '../../damage/replays.ts';
import type { FaultRow } from '../../fault-row.ts';
import { readFields } from '../../proxy/edit.ts';
import { onFrames } from '../sketch.ts';

/** A resume from the start, of a run that has ended: nothing else can answer it. */
const swallowResume = onReturn('swallowed a resume', () => ({
  sent(text, _, bite) {
    const { type, after_seq: after } = readFields(text);
    if (type !== 'resume' || after !== 0) return [text];
    bite();
    return [];
  },
}));

export const replayFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F87',
    title: 'what happened while the client was away is lost',
    owner: 'RES-GAP',
    says: /across the time the client was away/,
    journey: resume,
    damage: dropFromReplay('agent_thinking'),
  }),
  onFrames({
    id: 'F88',
    title: 'the whole run comes again after a resume, unmarked',
    owner: 'RES-DUP',
    says: /is not marked/,
    journey: resumeEarly,
    damage: replayUnmarked,
  }),
  onFrames({
    id: 'F88-anew',
    title: 'the whole run comes again after a resume, unmarked and under new numbers',
    owner: 'RES-DUP',
    entails: [
      'LIFE-AFTER',
      'LIFE-START-ONCE',
      'LIFE-TERM-ONCE',
      'ONCE-EXEC',
      'ONCE-TOOL',
      'TXT-CONCAT',
    ],
    says: /agent_thinking .* is not marked/,
    journey: resume,
    damage: replayAnew,
  }),
  onFrames({
    id: 'F89',
    title: 'a repetition says something else',
    owner: 'RES-REPLAY-EQ',
    says: /the two differ/,
    journey: resume,
    damage: alterReplay,
  }),
  onFrames({
    id: 'F90',
    title: 'live events come in the middle of a replay',
    owner: 'RES-ORDER',
    entails: ['ORD-PO', 'ORD-PAIR', 'LIFE-AFTER', 'TXT-CONCAT', 'ORD-SEQ-MONO'],
    says: /still belongs to the replay/,
    journey: resume,
    damage: interleaveReplay,
  }),
  onFrames({
    id: 'F92',
    title: 'a resumed run goes on under another id',
    owner: 'RES-IDENTITY',
    entails: [
      'LIFE-TERM',
      'LIFE-START',
      'TXT-CONCAT',
      'RES-GAP',
      'PAIR-ORPHAN',
      'PAIR-OPEN',
      'PAIR-GHOST',
    ],
    says: /which nobody asked for/,
    journey: resumeEarly,
    promises: { deadlines: { first_event_ms: 600, terminal_ms: 1_500 } },
    damage: renameOnReturn,
  }),
  onFrames({
    id: 'F93',
    title: 'a resume is met with silence',
    owner: 'RES-EXPIRED',
    says: /nothing came in/,
    journey: resume,
    promises: { deadlines: { first_event_ms: 600 } },
    damage: swallowResume,
  }),
  onFrames({
    id: 'F96',
    title: 'a resumed run comes back without its tools',
    owner: 'RES-KINDS',
    entails: ['RES-GAP', 'LIFE-WORK', 'ORD-SEQ-GAP'],
    says: /resumed and completed without/,
    journey: resumeEarly,
    damage: loseToolsOnReturn,
  }),
  onFrames({
    id: 'F97',
    title: 'a run cannot be resumed before its first event',
    owner: 'RES-ZERO',
    entails: ['LIFE-START', 'LIFE-TERM', 'RES-EXPIRED', 'RES-GAP'],
    says: /never got one/,
    journey: resumeEarly,
    promises: { deadlines: { first_event_ms: 600, terminal_ms: 1_500 } },
    damage: forgetRun,
  }),
  onFrames({
    id: 'F100',
    title: 'two tabs resume at once, and each gets the replay of both',
    owner: 'RES-DUP',
    entails: ['ONCE-EVENT'],
    says: /is not marked/,
    journey: twoTabs,
    damage: replayUnmarked,
  }),
  onFrames({
    id: 'D27',
    title: 'whoever comes back finds the run in another conversation',
    owner: 'RES-IDENTITY',
    entails: ['ISO-RUNMIX'],
    says: /must stay in thread/,
    journey: resumeEarly,
    damage: rethreadOnReturn,
  }),
];
