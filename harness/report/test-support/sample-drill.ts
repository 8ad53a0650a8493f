import type { Drill } from '../../contract/drill.ts';

/** A drill whose way back lost a run. */
export const sampleDrill: Drill = {
  current: 'phase-2',
  previous: 'phase-1',
  ended: 'complete',
  duration_ms: 8_400,
  runs: 61,
  switches: [
    {
      kind: 'revert',
      from: 'phase-2',
      to: 'phase-1',
      at: 2_100,
      answered_ms: 640,
      settled_ms: 610,
      build_before: 'phase-2',
      build_after: 'phase-1',
      in_flight: 4,
      lost_runs: [],
      duplicated_events: [],
    },
    {
      kind: 'apply',
      from: 'phase-1',
      to: 'phase-2',
      at: 5_200,
      answered_ms: 720,
      settled_ms: 700,
      build_before: 'phase-1',
      build_after: 'phase-2',
      in_flight: 3,
      lost_runs: ['r-41'],
      duplicated_events: ['r-40/7'],
    },
  ],
  compared_checks: ['PAIR-OPEN', 'LIFE-TERM'],
  newly_red: [{ id: 'LIFE-TERM', however: 'However, the run "r-41" never got its terminal.' }],
  own_red: [],
  timeline: [
    { at: 0, what: 'eight people chat' },
    { at: 2_100, what: 'revert to phase-1 ordered while 4 runs were in flight' },
    { at: 2_710, what: 'revert done' },
    { at: 5_200, what: 'apply to phase-2 ordered while 3 runs were in flight' },
  ],
  histories: ['histories/drill.ndjson'],
};
