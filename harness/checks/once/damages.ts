import { converse, insertAfter, legalSteps, repeat, type Step } from '../testing/conversation.ts';
import type { Damage } from '../testing/damage.ts';
import type { HistoryBuilder } from '../testing/history-builder.ts';

const counted = (seen: number) => () =>
  converse({
    after: (built) =>
      built.add({ type: 'effect', user: 'ada', counter: 'orders', expected: 1, seen, run: 'r1' }),
  });

const thought: Step = ['agent_thinking', { text: 'let me see', id: 'thought' }];

export const onceDamages: readonly Damage[] = [
  {
    fault: 'F15',
    title: 'a tool completes twice',
    owner: 'ONCE-TOOL',
    build: () => converse({ alter: repeat('tool_completed') }),
  },
  {
    fault: 'F16',
    title: 'a call executes twice',
    owner: 'ONCE-EXEC',
    build: () => converse({ alter: repeat('tool_executing') }),
  },
  { fault: 'F17', title: 'an effect happens twice', owner: 'ONCE-EFFECT', build: counted(2) },
  { fault: 'D17', title: 'an effect never happens', owner: 'ONCE-EFFECT', build: counted(0) },
  {
    fault: 'F45',
    title: 'a second message is answered under an old run id',
    owner: 'ONCE-RUNID',
    build: () => converse({ after: answerAgain }),
  },
  {
    fault: 'D23',
    title: 'two emitters send the same event',
    owner: 'ONCE-EVENT',
    build: () =>
      converse({
        alter: insertAfter('agent_thinking', [
          'agent_thinking',
          { text: 'let me see', seq: 2, id: 'r1-2' },
        ]),
        lost: true,
      }),
  },
  {
    fault: 'D23',
    title: 'two emitters number the same event twice',
    owner: 'ONCE-EVENT',
    build: () =>
      converse({
        alter: (steps) =>
          steps.flatMap((step): Step[] =>
            step[0] === 'agent_thinking' ? [thought, thought] : [step],
          ),
      }),
  },
];

function answerAgain(built: HistoryBuilder): void {
  built.act('a', 'chat', { key: 'again' });
  legalSteps('r1', 'again').forEach(([kind, rest], index) => {
    built.say('a', 'r1', kind, { ...rest, seq: index + 1 });
  });
}
