import { failingTool } from '../../../probe/journeys/failing-tool.ts';
import { longAnswer } from '../../../probe/journeys/long-answer.ts';
import { hold, on } from '../../damage/message-damages.ts';
import { capBandwidth, drip, jitter } from '../../damage/slowness.ts';
import type { FaultRow } from '../../fault-row.ts';
import { onBytes, onFrames } from '../sketch.ts';

/** Few events, so that one late one is more than five in a hundred. */
const journey = failingTool;
const alone = true;

export const latencyFaults: readonly FaultRow[] = [
  onBytes({
    id: 'F68',
    title: 'a frame comes byte by byte',
    owner: 'LAT-FRAME',
    says: /A frame must come within/,
    journey,
    users: 1,
    promises: { budgets: { frame_ms: 200 } },
    alone,
    damage: on('tool_completed', 'dripped a frame', async ({ text }, lane) => {
      await drip(text, lane);
      return [];
    }),
  }),
  onFrames({
    id: 'F69',
    title: 'every message is late by some tenths of a second',
    owner: 'LAT-RUN',
    entails: ['LAT-STEP', 'LAT-FIRST'],
    says: /The terminal must come within/,
    journey,
    promises: { budgets: { run_ms: 900, step_ms: 200 } },
    alone,
    damage: jitter(150, 400),
  }),
  onBytes({
    id: 'F70',
    title: 'the bandwidth is capped',
    owner: 'LAT-THROUGHPUT',
    says: /bytes per second/,
    promises: { budgets: { bytes_per_second: 100_000 } },
    journey: longAnswer,
    alone,
    damage: capBandwidth(20_000),
  }),
  onFrames({
    id: 'F101',
    title: 'the first event is late',
    owner: 'LAT-FIRST',
    says: /The first event must come within/,
    promises: { budgets: { first_event_ms: 500 } },
    alone,
    damage: hold('agent_started', 800),
  }),
  onFrames({
    id: 'F102',
    title: 'there is a long silence between the thought and the tool',
    owner: 'LAT-STEP',
    says: /The next event must come within/,
    journey,
    promises: { budgets: { step_ms: 400 } },
    alone,
    damage: hold('tool_executing', 700),
  }),
  onFrames({
    id: 'F103',
    title: 'the whole run is late',
    owner: 'LAT-RUN',
    says: /The terminal must come within/,
    promises: { budgets: { run_ms: 1_000 } },
    alone,
    damage: hold('agent_completed', 1_300),
  }),
  onFrames({
    id: 'D35',
    title: 'the first run after a start is late',
    owner: 'LAT-FIRST',
    says: /The first event must come within/,
    platform: {},
    promises: { budgets: { first_event_ms: 500 } },
    alone,
    damage: hold('agent_started', 800),
  }),
];
