import {
  adasCanary,
  converse,
  insertAfter,
  legalSteps,
  type Step,
} from '../testing/conversation.ts';
import type { Damage } from '../testing/damage.ts';
import type { HistoryBuilder } from '../testing/history-builder.ts';

const expects = [
  'agent_started',
  'agent_thinking',
  'tool_executing',
  'tool_completed',
  'agent_completed',
];

interface Return {
  /** Steps of run `r3` seen before the drop. */
  readonly seen: number;
  /** What comes after the resume, by place in the run; a negative place is a replay of it. */
  readonly after: readonly number[];
  readonly change?: (step: Step) => Step;
  readonly run?: string;
  /** Hangs up once the deadline has passed, as a client does that gives up. */
  readonly givesUp?: boolean;
}

/** Ada asks for run `r3`, drops in the middle, comes back and resumes. */
const returns =
  ({ seen, after, change = (step) => step, run = 'r3', givesUp = false }: Return) =>
  () =>
    converse({
      after: (built) => {
        const steps = legalSteps('r3', adasCanary).map(([kind, rest], index): Step => [
          kind,
          { ...rest, seq: index + 1, id: `r3-${index + 1}` },
        ]);
        const say = (name: string, step: Step | undefined, replay: boolean): void => {
          if (step === undefined) return;
          built.say('a', name, step[0], { ...step[1], ...(replay ? { replay } : {}) });
        };
        built.chat('a', 'r3', { expects });
        for (const step of steps.slice(0, seen)) say('r3', step, false);
        comeBack(built);
        for (const place of after) {
          const step = steps[Math.abs(place) - 1];
          say(run, step === undefined ? undefined : change(step), place < 0);
        }
        built.wait(6_000);
        if (givesUp) built.act('a', 'drop').close('a', { cause: 'probe' });
      },
    });

function comeBack(built: HistoryBuilder): void {
  built.act('a', 'drop').close('a', { cause: 'probe' }).open('a', 'ada');
  built.act('a', 'resume', { run: 'r3' });
}

export const resumeDamages: readonly Damage[] = [
  {
    fault: 'F87',
    title: 'what happened in between is lost',
    owner: 'RES-GAP',
    build: returns({ seen: 2, after: [5, 6, 7] }),
    entails: ['RES-KINDS', 'LIFE-WORK'],
  },
  {
    fault: 'F87',
    title: 'the replay leaves something out',
    owner: 'RES-GAP',
    build: returns({ seen: 2, after: [-3, -4, -6, 7] }),
    entails: ['TXT-CONCAT'],
  },
  {
    fault: 'F79',
    title: 'the refresh of a token drops an event',
    owner: 'RES-GAP',
    build: () =>
      converse({
        after: (built) => {
          built.chat('a', 'r3').say('a', 'r3', 'agent_started').say('a', 'r3', 'agent_thinking');
          built.act('a', 'refresh').say('a', 'r3', 'agent_completed', { seq: 4 });
        },
      }),
  },
  {
    fault: 'F88',
    title: 'everything comes again, unmarked',
    owner: 'RES-DUP',
    build: returns({ seen: 4, after: [1, 2, 3, 4, 5, 6, 7] }),
  },
  {
    fault: 'F89',
    title: 'a repetition says something else',
    owner: 'RES-REPLAY-EQ',
    build: returns({
      seen: 4,
      after: [-1, -2, -3, -4, 5, 6, 7],
      change: ([kind, rest]) =>
        kind === 'tool_completed' ? [kind, { ...rest, text: 'other' }] : [kind, rest ?? {}],
    }),
  },
  {
    fault: 'F90',
    title: 'live events come before the replay has ended',
    owner: 'RES-ORDER',
    entails: ['ORD-PO', 'LIFE-AFTER', 'TXT-CONCAT'],
    build: returns({ seen: 3, after: [-4, 6, -5, 7] }),
  },
  {
    fault: 'F92',
    title: 'the run goes on under another id',
    owner: 'RES-IDENTITY',
    entails: ['LIFE-TERM', 'LIFE-START', 'TXT-CONCAT', 'RES-GAP'],
    build: returns({ seen: 4, after: [5, 6, 7], run: 'r4' }),
  },
  {
    fault: 'D27',
    title: 'the run goes on in another thread',
    owner: 'RES-IDENTITY',
    entails: ['ISO-RUNMIX'],
    build: returns({
      seen: 4,
      after: [5, 6, 7],
      change: ([kind, rest]) => [kind, { ...rest, thread: 'elsewhere' }],
    }),
  },
  {
    fault: 'F93',
    title: 'an expired cursor is met with silence',
    owner: 'RES-EXPIRED',
    entails: ['LIFE-TERM'],
    build: returns({ seen: 4, after: [] }),
  },
  {
    fault: 'F93',
    title: 'an expired cursor is met with silence until the client hangs up',
    owner: 'RES-EXPIRED',
    build: returns({ seen: 4, after: [], givesUp: true }),
  },
  {
    fault: 'F95',
    title: 'two events carry one cursor',
    owner: 'RES-CURSOR-UNIQUE',
    build: () =>
      converse({
        alter: insertAfter(
          'agent_thinking',
          ['progress_update', { cursor: '17-0' }],
          ['progress_update', { cursor: '17-0' }],
        ),
      }),
  },
  {
    fault: 'F96',
    title: 'the resumed stream comes without its tools',
    owner: 'RES-KINDS',
    entails: ['RES-GAP', 'LIFE-WORK'],
    build: returns({ seen: 2, after: [5, 6, 7] }),
  },
  {
    fault: 'F97',
    title: 'a drop before the first event loses the run',
    owner: 'RES-ZERO',
    entails: ['LIFE-START', 'RES-EXPIRED'],
    build: returns({ seen: 0, after: [] }),
  },
  {
    fault: 'F71',
    title: 'the invitation to come back is not kept',
    owner: 'RES-POLITE',
    entails: ['WIRE-UPGRADE'],
    build: () =>
      converse({
        after: (built) =>
          built.close('a', { code: 1012 }).open('a', 'ada', { outcome: 'refused', status: 503 }),
      }),
  },
];
