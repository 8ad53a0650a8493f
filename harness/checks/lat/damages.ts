import { converse, legalSteps, type Step } from '../testing/conversation.ts';
import type { Damage } from '../testing/damage.ts';
import type { HistoryBuilder } from '../testing/history-builder.ts';

export const latencyDamages: readonly Damage[] = [
  {
    fault: 'F101',
    title: 'the first event is late',
    owner: 'LAT-FIRST',
    build: () => converse({ after: (built) => talkSlowly(built, 600, 10) }),
  },
  {
    fault: 'F103',
    title: 'the whole run is late',
    owner: 'LAT-RUN',
    build: () => converse({ after: (built) => talkSlowly(built, 10, 400) }),
  },
  {
    fault: 'F102',
    title: 'a long silence between two events',
    owner: 'LAT-STEP',
    build: () =>
      converse({
        promises: { budgets: { step_ms: 100 } },
        after: (built) => talkSlowly(built, 10, 200),
      }),
  },
  {
    fault: 'F30',
    title: 'an event is held back',
    owner: 'LAT-KIND',
    build: () =>
      converse({
        promises: { budgets: { delivery_ms: 100 } },
        alter: (steps) =>
          steps.map(([kind, rest], index): Step => [
            kind,
            { ...rest, clock: index === 4 ? 0 : 1_000 + index * 10 },
          ]),
      }),
  },
  {
    fault: 'F68',
    title: 'a frame drips in',
    owner: 'LAT-FRAME',
    build: () =>
      converse({
        promises: { budgets: { frame_ms: 100 } },
        after: (built) => built.frame('a', '{}', { took_ms: 900 }),
      }),
  },
  {
    fault: 'F70',
    title: 'a narrow line',
    owner: 'LAT-THROUGHPUT',
    build: () =>
      converse({ promises: { budgets: { bytes_per_second: 100_000 } }, after: streamLong }),
  },
];

function talkSlowly(built: HistoryBuilder, firstMs: number, stepMs: number): void {
  built.chat('a', 'r3').wait(firstMs);
  for (const [kind, rest] of legalSteps('r3', 'slowly')) {
    built.say('a', 'r3', kind, rest).wait(stepMs);
  }
}

function streamLong(built: HistoryBuilder): void {
  built.chat('a', 'r3').say('a', 'r3', 'agent_started').say('a', 'r3', 'agent_thinking');
  for (let piece = 0; piece < 4; piece += 1) {
    built.say('a', 'r3', 'message_delta', {}, { bytes: 8_192 }).wait(400);
  }
  built.say('a', 'r3', 'agent_completed');
}
