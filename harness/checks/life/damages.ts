import {
  converse,
  drop,
  insertAfter,
  legalSteps,
  repeat,
  type Step,
} from '../testing/conversation.ts';
import type { Damage } from '../testing/damage.ts';
import type { HistoryBuilder } from '../testing/history-builder.ts';

export const lifeDamages: readonly Damage[] = [
  {
    fault: 'F01',
    title: 'the start is left unsaid',
    owner: 'LIFE-START',
    build: () => converse({ alter: drop('agent_started') }),
  },
  {
    fault: 'F01',
    title: 'the start is lost',
    owner: 'LIFE-START',
    entails: ['ORD-SEQ-GAP'],
    build: () => converse({ alter: drop('agent_started'), lost: true }),
  },
  {
    fault: 'D12',
    title: 'only the error terminal of a run arrives',
    owner: 'LIFE-START',
    build: () => converse({ alter: () => [['agent_error', { outcome: 'failed' }]] }),
  },
  {
    fault: 'D11',
    title: 'a message is swallowed',
    owner: 'LIFE-START',
    build: () =>
      converse({ after: (built) => built.act('a', 'chat', { key: 'lost' }).wait(6_000) }),
  },
  {
    fault: 'D11',
    title: 'the stream that answers a message ends at once',
    owner: 'LIFE-START',
    build: () =>
      converse({
        after: (built) =>
          built.act('a', 'chat', { key: 'lost' }).close('a', { cause: 'stream-end' }),
      }),
  },
  ...[{ code: 1000 }, {}].map((close): Damage => ({
    fault: 'D11',
    title: `a message is answered by a contented goodbye: ${JSON.stringify(close)}`,
    owner: 'LIFE-START',
    build: () =>
      converse({ after: (built) => built.act('a', 'chat', { key: 'lost' }).close('a', close) }),
  })),
  {
    fault: 'F03',
    title: 'the terminal is missing',
    owner: 'LIFE-TERM',
    build: () => converse({ alter: drop('agent_completed'), after: (built) => built.wait(6_000) }),
  },
  {
    fault: 'F08',
    title: 'an event follows the terminal',
    owner: 'LIFE-AFTER',
    build: () => converse({ alter: insertAfter('agent_completed', ['progress_update']) }),
  },
  {
    fault: 'D02',
    title: 'the completion of a sub-agent is taken for the end of the run',
    owner: 'LIFE-AFTER',
    entails: ['LIFE-TERM-ONCE', 'ORD-PO'],
    build: () =>
      converse({
        alter: insertAfter('agent_thinking', [
          'agent_completed',
          { outcome: 'completed', agent: 'triage' },
        ]),
      }),
  },
  {
    fault: 'F02',
    title: 'a run starts twice',
    owner: 'LIFE-START-ONCE',
    build: () => converse({ alter: repeat('agent_started') }),
  },
  {
    fault: 'F02',
    title: 'a run starts again after its end',
    owner: 'LIFE-START-ONCE',
    build: () => converse({ alter: insertAfter('agent_completed', ['agent_started']) }),
  },
  ...[{ code: 1000 }, {}].map((close): Damage => ({
    fault: 'F04',
    title: `the socket is closed cleanly without a terminal: ${JSON.stringify(close)}`,
    owner: 'LIFE-TERM-TRUNC',
    build: () =>
      converse({ alter: drop('agent_completed'), after: (built) => built.close('a', close) }),
  })),
  {
    fault: 'F05',
    title: 'the stream is cut inside a tool',
    owner: 'LIFE-TERM-TRUNC',
    entails: ['PAIR-OPEN'],
    build: () =>
      converse({
        alter: (steps) => steps.slice(0, 3),
        after: (built) => built.close('a', { cause: 'stream-end' }),
      }),
  },
  {
    fault: 'F06',
    title: 'a run ends twice',
    owner: 'LIFE-TERM-ONCE',
    build: () => converse({ alter: repeat('agent_completed') }),
  },
  {
    fault: 'F07',
    title: 'success after an error',
    owner: 'LIFE-TERM-CONFLICT',
    build: () =>
      converse({
        alter: (steps) =>
          steps.flatMap((step): Step[] =>
            step[0] === 'agent_completed' ? [['agent_error', { outcome: 'failed' }], step] : [step],
          ),
      }),
  },
  {
    fault: 'F09',
    title: 'start, thought and end, and no work',
    owner: 'LIFE-WORK',
    build: () =>
      converse({
        alter: (steps) => [...steps.slice(0, 2), ['agent_completed', { outcome: 'completed' }]],
      }),
  },
  {
    fault: 'F10',
    title: 'no thought',
    owner: 'LIFE-THINK',
    build: () => converse({ alter: drop('agent_thinking') }),
  },
  {
    fault: 'F21',
    title: 'the same call for ever',
    owner: 'LIFE-LOOP',
    build: () => converse({ alter: insertAfter('agent_thinking', ...circle(25)) }),
  },
  {
    fault: 'D34',
    title: 'a run is given up before its tool',
    owner: 'LIFE-NEST',
    build: () =>
      converse({
        chat: { overruns: true },
        alter: (steps) => [
          ...steps.slice(0, 3),
          ['tool_completed', { ...steps[3]?.[1], outcome: 'cancelled' }],
          ['agent_error', { outcome: 'failed' }],
        ],
      }),
  },
  {
    fault: 'F22',
    title: 'the run goes on after its cancel was accepted',
    owner: 'LIFE-CANCEL',
    build: () =>
      converse({ after: (built) => cancelled(built, [['agent_thinking'], ['agent_cancelled']]) }),
  },
  {
    fault: 'F22',
    title: 'nothing answers a cancel',
    owner: 'LIFE-CANCEL',
    entails: ['LIFE-TERM'],
    build: () => converse({ after: (built) => cancelled(built, []).wait(6_000) }),
  },
  {
    fault: 'F22',
    title: 'a cancel is answered only behind the end of the run that it was to stop',
    owner: 'LIFE-CANCEL',
    build: () =>
      converse({
        after: (built) => {
          const steps = legalSteps('r3', 'never');
          built.chat('a', 'r3');
          for (const [kind, said] of steps.slice(0, 3)) built.say('a', 'r3', kind, said);
          built.act('a', 'cancel', { run: 'r3' }).wait(600);
          for (const [kind, said] of steps.slice(3)) built.say('a', 'r3', kind, said);
          built.event('a', { kind: 'cancel_accepted', run: 'r3' });
        },
      }),
  },
  {
    fault: 'F23',
    title: 'a cancel is reported as a failure',
    owner: 'LIFE-CANCEL',
    build: () =>
      converse({ after: (built) => cancelled(built, [['agent_error', { outcome: 'failed' }]]) }),
  },
];

function circle(times: number): Step[] {
  return Array.from({ length: times }, (_, index): Step[] => {
    const call = { call: `loop-${index}`, tool: 'echo' };
    return [
      ['tool_executing', { ...call, arguments_digest: 'same' }],
      ['tool_completed', { ...call, outcome: 'completed' }],
    ];
  }).flat();
}

/** A run that is cancelled while its tool executes, and then says `rest`. */
function cancelled(built: HistoryBuilder, rest: readonly Step[]): HistoryBuilder {
  built.chat('a', 'r3');
  for (const [kind, said] of legalSteps('r3', 'never').slice(0, 4))
    built.say('a', 'r3', kind, said);
  built.act('a', 'cancel', { run: 'r3' }).event('a', { kind: 'cancel_accepted', run: 'r3' });
  for (const [kind, said] of rest) built.say('a', 'r3', kind, said);
  return built;
}
