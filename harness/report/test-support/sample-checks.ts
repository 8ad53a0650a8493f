import type { CheckResult } from '../../contract/check-result.ts';
import { recordOf } from './sample-timeline.ts';

const blank = {
  level: 'MUST',
  verdict: 'pass',
  left_green_by: [],
  witnesses: [],
  further_failures: 0,
} satisfies Partial<CheckResult>;

/** Checks of a healthy run, as a real one would report them. */
export const healthyChecks: readonly CheckResult[] = [
  {
    ...blank,
    id: 'LIFE-TERM',
    title: 'Every run ends',
    requirement: 'Every started run ends with exactly one terminal event within its deadline.',
    exercised: 128,
    measured: {
      id: 'time-to-terminal',
      title: 'Longest time to a terminal',
      unit: 'ms',
      value: 812,
      interval: [790, 860],
      n: 128,
      limit: 60_000,
      verdict: 'pass',
    },
    proven_by: ['F12'],
    left_green_by: ['K02', 'K07'],
    value: {
      segment: 'everyone who waits for an answer',
      goal: 'know that the agent is done',
      impact: 'the page spins for ever and the user leaves',
    },
  },
  {
    ...blank,
    id: 'PAIR-OPEN',
    title: 'Every announced tool execution completes',
    requirement: 'Each tool_executing is followed by exactly one tool_completed of the same call.',
    exercised: 342,
    counts: { lost: 1, unexpected: 0, duplicated: 0, recovered: 3 },
    proven_by: ['F21', 'F22'],
    left_green_by: ['K04'],
    value: {
      segment: 'users of agents with tools',
      goal: 'see what the agent is doing and that it finished',
      impact: 'a tool seems to run for ever, and support is called',
    },
  },
  {
    ...blank,
    id: 'ISO-CANARY',
    title: 'Nobody receives the data of another user',
    requirement: 'A secret planted for one user is never received on a connection of another.',
    exercised: 4096,
    proven_by: ['F31'],
    value: {
      segment: 'every customer',
      goal: 'keep their conversations to themselves',
      impact: 'a data breach that must be reported within 72 hours',
    },
  },
  {
    ...blank,
    id: 'LIFE-AFTER',
    title: 'Nothing follows the end of a run',
    requirement: 'After its terminal event a run sends nothing more.',
    exercised: 128,
    proven_by: ['F14'],
    value: {
      segment: 'everyone who reads an answer',
      goal: 'trust that the answer is final',
      impact: 'an answer changes after it was read',
    },
  },
  {
    ...blank,
    id: 'ORD-CLOCK',
    title: 'Server clocks do not run backwards',
    level: 'SHOULD',
    requirement: 'Timestamps of one run do not decrease.',
    exercised: 1904,
    proven_by: ['F44'],
    value: {
      segment: 'operators',
      goal: 'read logs of several servers in one order',
      impact: 'an incident takes longer to understand',
    },
  },
  {
    ...blank,
    id: 'RES-GAP',
    title: 'A resumed stream misses nothing',
    requirement: 'After a resume every event since the cursor is delivered.',
    verdict: 'not-applicable',
    exercised: 0,
    reason: 'The profile declares no resume.',
    proven_by: ['F51'],
    value: {
      segment: 'users on the move',
      goal: 'lose nothing in a tunnel',
      impact: 'half an answer, and no way to tell',
    },
  },
];

/** What a platform does that loses a completion, leaks a secret and talks after the end. */
const damages: Readonly<Record<string, Partial<CheckResult>>> = {
  'PAIR-OPEN': {
    verdict: 'fail',
    further_failures: 4,
    witnesses: [
      {
        records: [106],
        must: 'tool_completed of call c-7 must follow its tool_executing because every announced execution ends.',
        however: 'However, the run ended without it.',
        raw: [{ ...recordOf('c-1', 'tool_executing'), offset: 24_170 }],
        replay: 'npx golden-path check histories/interleave.ndjson --only PAIR-OPEN',
      },
    ],
  },
  'ISO-CANARY': {
    verdict: 'fail',
    witnesses: [
      {
        records: [5, 207],
        must: 'The secret planted for user-1 must stay on connections of user-1 because it belongs to nobody else.',
        however: 'However, user-2 received it on c-2.',
        raw: [
          {
            n: 5,
            connection: 'c-1',
            at: 20.1,
            text: 'planted GPC-8f3a19 for user-1 via tool',
          },
          recordOf('c-2', 'tool_completed'),
        ],
        replay: 'npx golden-path check histories/interleave.ndjson --only ISO-CANARY',
      },
    ],
  },
  'LIFE-AFTER': {
    verdict: 'fail',
    witnesses: [
      {
        records: [212, 213],
        must: 'agent_completed of run r-2 must be its last event because a terminal closes the run.',
        however: 'However, progress_update followed 41 ms later.',
        raw: [recordOf('c-2', 'agent_completed'), recordOf('c-2', 'progress_update')],
        replay: 'npx golden-path check histories/interleave.ndjson --only LIFE-AFTER',
      },
    ],
  },
  'ORD-CLOCK': {
    verdict: 'fail',
    witnesses: [
      {
        records: [14, 15],
        must: 'Timestamps of run r-1 should not decrease because people sort by them.',
        however: 'However, seq 5 is stamped 3 ms before seq 4.',
        raw: [],
      },
    ],
  },
};

/** The same checks against that platform. */
export const brokenChecks: readonly CheckResult[] = healthyChecks.map((check) => ({
  ...check,
  ...damages[check.id],
}));
