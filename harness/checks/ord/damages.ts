import { change, converse, insertAfter, swap } from '../testing/conversation.ts';
import type { Damage } from '../testing/damage.ts';

export const orderDamages: readonly Damage[] = [
  {
    fault: 'F24',
    title: 'start and thought change places',
    owner: 'ORD-PO',
    build: () => converse({ alter: swap('agent_started', 'agent_thinking') }),
  },
  {
    fault: 'F24',
    title: 'start and thought change places on the way',
    owner: 'ORD-PO',
    entails: ['ORD-SEQ-MONO'],
    build: () => converse({ alter: swap('agent_started', 'agent_thinking'), lost: true }),
  },
  {
    fault: 'F25',
    title: 'a run comes backwards',
    owner: 'ORD-PO',
    entails: ['LIFE-START', 'LIFE-AFTER', 'ORD-PAIR', 'TXT-CONCAT'],
    build: () => converse({ alter: (steps) => steps.toReversed() }),
  },
  {
    fault: 'F26',
    title: 'a number is left out',
    owner: 'ORD-SEQ-GAP',
    build: () =>
      converse({
        alter: (steps) =>
          steps.map(([kind, rest], index) => [
            kind,
            { ...rest, seq: index < 4 ? index + 1 : index + 2 },
          ]),
      }),
  },
  {
    fault: 'F18',
    title: 'a call completes before it is announced',
    owner: 'ORD-PAIR',
    build: () => converse({ alter: swap('tool_executing', 'tool_completed') }),
  },
  {
    fault: 'F19',
    title: 'a call ends before it started, by the clock of the server',
    owner: 'ORD-CLOCK',
    build: () =>
      converse({
        alter: (steps) =>
          change('tool_completed', { clock: 500 })(
            change('tool_executing', { clock: 1_000 })(steps),
          ),
      }),
  },
  {
    fault: 'F27',
    title: 'a number is used for two events',
    owner: 'ORD-SEQ-DUP',
    build: () =>
      converse({
        alter: insertAfter('tool_completed', ['progress_update', { seq: 4, id: 'other' }]),
        lost: true,
      }),
  },
  {
    fault: 'F28',
    title: 'a number goes back',
    owner: 'ORD-SEQ-MONO',
    build: () => converse({ alter: swap('agent_thinking', 'tool_executing'), lost: true }),
  },
  {
    fault: 'F29',
    title: 'counting begins again in the middle of a run',
    owner: 'ORD-SEQ-EPOCH',
    build: () =>
      converse({
        alter: (steps) =>
          steps.map(([kind, rest], index) => [
            kind,
            { ...rest, seq: index < 4 ? index + 1 : index - 3, id: `e-${index}` },
          ]),
      }),
  },
];
