import { expect, test } from 'vitest';
import type { Drill } from '../../contract/drill.ts';
import { passingResult } from '../test-support/sample-results.ts';
import { renderDrill } from './render-drill.ts';
import { themeOf } from './theme.ts';

const screen = { width: 120, colour: false, unicode: true };

const drill: Drill = {
  current: 'new',
  previous: 'old',
  ended: 'complete',
  duration_ms: 5_000,
  runs: 40,
  switches: [
    {
      kind: 'revert',
      from: 'new',
      to: 'old',
      at: 100,
      answered_ms: 650,
      settled_ms: 640,
      build_before: 'desk-2',
      build_after: 'desk-1',
      in_flight: 3,
      lost_runs: ['run-7'],
      duplicated_events: [],
    },
  ],
  compared_checks: ['PAIR-OPEN'],
  newly_red: [{ id: 'PAIR-OPEN', however: 'call c-7 never ended.' }],
  own_red: [],
  timeline: [
    { at: 0, what: '6 people chat with new' },
    { at: 100, what: 'revert to old ordered while 3 runs were in flight' },
  ],
  histories: [],
};

test('the drill is told as a timeline, with what each switch did', () => {
  const lines = renderDrill({ ...passingResult, drill }, screen, themeOf(screen));
  const text = lines.join('\n');
  expect(text).toContain('rollback drill: complete, 40 runs');
  expect(text).toMatch(/100 ms {2}revert to old ordered while 3 runs were in flight/);
  expect(text).toContain(
    'revert new to old: done after 640 ms, answered after 650 ms; 3 in flight, 1 lost, 0 twice, desk-2 to desk-1',
  );
  expect(text).toContain('newly red after the revert: PAIR-OPEN call c-7 never ended.');
});

test('a run without a drill says nothing of one', () => {
  const { drill: _, ...without } = { ...passingResult, drill };
  expect(renderDrill(without, screen, themeOf(screen))).toEqual([]);
});
