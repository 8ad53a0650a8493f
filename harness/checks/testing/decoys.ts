import type { Promises } from '../../contract/promises.ts';
import {
  adasCanary,
  change,
  converse,
  greet,
  insertAfter,
  legalSteps,
  type Step,
} from './conversation.ts';
import type { HistoryBuilder } from './history-builder.ts';
import { plantSecond, secondCanary, withCalls, type ToldCall } from './told-calls.ts';

/** A legal oddity: no check may flag it. */
export interface BuiltDecoy {
  readonly id: string;
  readonly title: string;
  readonly build: () => HistoryBuilder;
}

/** What a target may tell of its calls: what each was given, and what came back. */
const tellingCalls: Readonly<Record<string, readonly ToldCall[]>> = {
  'calls that give back what they were given': [
    ['one', adasCanary, adasCanary],
    ['two', secondCanary, secondCanary],
  ],
  'arguments that are never shown': [
    ['one', '', adasCanary],
    ['two', '', secondCanary],
  ],
  'arguments that are shown shortened where they are long': [
    ['one', adasCanary, adasCanary],
    ['two', 'a long text that ends in …', secondCanary],
  ],
  'arguments that are not known yet where they are streamed': [
    ['one', adasCanary, adasCanary],
    ['two', '', secondCanary],
  ],
  'results that hold what was found before': [
    ['one', adasCanary, adasCanary],
    ['two', secondCanary, `${adasCanary} ${secondCanary}`],
  ],
};

const perTurn: Partial<Promises> = { terminal: { per: 'turn', allowed_after: [] } };

export const decoys: readonly BuiltDecoy[] = [
  { id: 'K01', title: 'repetitions that are declared', build: () => converse({ after: comeBack }) },
  {
    id: 'K01',
    title: 'the end of a run that overtakes the replay of its beginning',
    build: () => converse({ after: comeBackLate }),
  },
  { id: 'K02', title: 'parallel tools, interleaved', build: () => converse({ alter: interleave }) },
  ...Object.entries(tellingCalls).map(([title, calls]) => ({
    id: 'K02',
    title,
    build: () => converse({ before: plantSecond, alter: (steps) => withCalls(steps, ...calls) }),
  })),
  {
    id: 'K03',
    title: 'a tool without a thought of its own',
    build: () => converse({ alter: insertAfter('tool_completed', ...tool('second')) }),
  },
  {
    id: 'K04',
    title: 'a thought after a tool',
    build: () =>
      converse({ alter: insertAfter('tool_completed', ['agent_thinking', { text: 'hm' }]) }),
  },
  {
    id: 'K05',
    title: 'several turns in one run',
    build: () =>
      converse({
        promises: perTurn,
        alter: (steps) => [...turn(steps, 't1'), ...turn(steps, 't2')],
      }),
  },
  {
    id: 'K06',
    title: 'usage after the terminal',
    build: () =>
      converse({
        promises: { terminal: { per: 'run', allowed_after: ['progress_update'] } },
        alter: insertAfter('agent_completed', ['progress_update'], ['unknown', { name: 'usage' }]),
      }),
  },
  {
    id: 'K07',
    title: 'a second tab that sees fewer kinds',
    build: () => converse({ before: openTab, after: showTab }),
  },
  {
    id: 'K08',
    title: 'ticks and presence',
    build: () => converse({ alter: (steps) => steps, before: tick, after: tick }),
  },
  {
    id: 'K09',
    title: 'an additional field',
    build: () =>
      converse({
        after: (built) =>
          built.event(
            'a',
            { kind: 'pong' },
            { raw: '{"type":"pong","region":"eu","extra":{"a":[1]}}' },
          ),
        before: (built) => built.event('a', { kind: 'pong' }, { raw: '{"type":"pong"}' }),
      }),
  },
  {
    id: 'K10',
    title: 'an additional kind',
    build: () =>
      converse({ alter: insertAfter('agent_thinking', ['unknown', { name: 'citation' }]) }),
  },
  {
    id: 'K11',
    title: 'an interrupt with a pending tool',
    build: () => converse({ alter: interrupt }),
  },
  { id: 'K12', title: 'a cancelled run', build: () => converse({ after: cancel }) },
  {
    id: 'K12',
    title: 'a cancel that comes when the answer is on its way',
    build: () =>
      converse({
        after: (built) => {
          const steps = legalSteps('r3', 'never');
          built.chat('a', 'r3');
          for (const [kind, said] of steps.slice(0, 4)) built.say('a', 'r3', kind, said);
          built.act('a', 'cancel', { run: 'r3' });
          for (const [kind, said] of steps.slice(4)) built.say('a', 'r3', kind, said);
        },
      }),
  },
  {
    id: 'K13',
    title: 'an empty piece',
    build: () =>
      converse({
        alter: insertAfter('tool_completed', [
          'message_delta',
          { message: 'r1-m', offset: 0, text: '' },
        ]),
      }),
  },
  {
    id: 'K14',
    title: 'very slow but alive',
    build: () => converse({ promises: { budgets: {} }, after: dawdle }),
  },
  {
    id: 'K15',
    title: 'the same words in two prompts',
    build: () =>
      converse({ alter: change('agent_thinking', { text: 'hello' }), before: greetAlike }),
  },
];

function tool(call: string): Step[] {
  return [
    ['tool_executing', { call, tool: 'echo' }],
    ['tool_completed', { call, tool: 'echo', outcome: 'completed' }],
  ];
}

function interleave(steps: Step[]): Step[] {
  const [leftStart, leftEnd] = tool('left');
  const [rightStart, rightEnd] = tool('right');
  const extra = [leftStart, rightStart, rightEnd, leftEnd].filter((step) => step !== undefined);
  return insertAfter('tool_completed', ...extra)(steps);
}

function turn(steps: readonly Step[], name: string): Step[] {
  return steps.map(([kind, rest]) => {
    const own = {
      ...(rest?.call === undefined ? {} : { call: `${rest.call}-${name}` }),
      ...(rest?.message === undefined ? {} : { message: `${rest.message}-${name}` }),
    };
    return [kind, { ...rest, ...own, turn: name }];
  });
}

function comeBack(built: HistoryBuilder): void {
  const steps = legalSteps('r3', adasCanary);
  const say = (place: number, replay: boolean): void => {
    const [kind, rest] = steps[place] ?? ['unknown'];
    built.say('a', 'r3', kind, {
      ...rest,
      seq: place + 1,
      id: `r3-${place}`,
      ...(replay ? { replay } : {}),
    });
  };
  built.chat('a', 'r3');
  for (const place of [0, 1, 2]) say(place, false);
  built.act('a', 'drop').close('a', { cause: 'probe' });
  greet(built, 'a', 'ada');
  built.act('a', 'resume', { run: 'r3' });
  for (const place of [1, 2, 3, 4]) say(place, true);
  built.event('a', { kind: 'resume_completed', run: 'r3' });
  for (const place of [5, 6]) say(place, false);
}

/** Nothing had come when the line was cut; what is still to come goes live before the client asks for the rest. */
function comeBackLate(built: HistoryBuilder): void {
  const steps = legalSteps('r3', adasCanary);
  const say = (place: number, replay: boolean): void => {
    const [kind, rest] = steps[place] ?? ['unknown'];
    const once = { ...rest, seq: place + 1, id: `r3-${place}` };
    built.say('a', 'r3', kind, replay ? { ...once, replay } : once);
  };
  built.chat('a', 'r3').act('a', 'drop').close('a', { cause: 'probe' });
  greet(built, 'a', 'ada');
  for (const place of [3, 4, 5, 6]) say(place, false);
  built.act('a', 'resume', { run: 'r3' });
  for (const place of steps.keys()) say(place, true);
  built.event('a', { kind: 'resume_completed', run: 'r3' });
}

function openTab(built: HistoryBuilder): void {
  greet(built, 'tab', 'ada');
}

function showTab(built: HistoryBuilder): void {
  const steps = legalSteps('r1', adasCanary);
  for (const place of [2, 3, 6]) {
    const [kind, rest] = steps[place] ?? ['unknown'];
    built.say('tab', 'r1', kind, { ...rest, seq: place + 1, id: `r1-${place + 1}` });
  }
}

function tick(built: HistoryBuilder): void {
  for (let count = 0; count < 3; count += 1) {
    built.add({ type: 'beat', connection: 'a', epoch: 0, beat: 'ping-sent' });
    built.event('a', { kind: 'pong' }, { raw: '{"type":"pong"}' });
    built.event('a', { kind: 'unknown', name: 'presence' }, { raw: '{"type":"presence"}' });
  }
}

function interrupt(steps: Step[]): Step[] {
  return [...steps.slice(0, 3), ['agent_completed', { outcome: 'interrupted' }]];
}

function cancel(built: HistoryBuilder): void {
  built.chat('a', 'r3');
  for (const [kind, rest] of legalSteps('r3', 'never').slice(0, 3))
    built.say('a', 'r3', kind, rest);
  built.act('a', 'cancel', { run: 'r3' }).event('a', { kind: 'cancel_accepted', run: 'r3' });
  built.say('a', 'r3', 'tool_completed', { call: 'r3-call', tool: 'echo', outcome: 'cancelled' });
  built.say('a', 'r3', 'agent_cancelled', { outcome: 'cancelled' });
}

function dawdle(built: HistoryBuilder): void {
  built.chat('a', 'r3');
  for (const [kind, rest] of legalSteps('r3', 'slowly')) {
    built.wait(600).say('a', 'r3', kind, rest);
    built.add({ type: 'beat', connection: 'a', epoch: 0, beat: 'ping-sent' });
    built.add({ type: 'beat', connection: 'a', epoch: 0, beat: 'pong-received' });
  }
}

function greetAlike(built: HistoryBuilder): void {
  built.chat('b', 'r4');
  for (const [kind, rest] of legalSteps('r4', 'hello')) built.say('b', 'r4', kind, rest);
}
