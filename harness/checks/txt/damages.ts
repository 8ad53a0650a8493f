import { change, converse, repeat, type Step } from '../testing/conversation.ts';
import type { Damage } from '../testing/damage.ts';

const withoutOffsets = (steps: Step[]): Step[] =>
  change('message_delta', { offset: undefined })(steps);

export const textDamages: readonly Damage[] = [
  {
    fault: 'F32',
    title: 'a piece is left unsaid',
    owner: 'TXT-CONCAT',
    build: () => converse({ alter: (steps) => steps.filter((_, index) => index !== 4) }),
  },
  {
    fault: 'F32',
    title: 'a piece without offset is left unsaid',
    owner: 'TXT-CONCAT',
    build: () =>
      converse({ alter: (steps) => withoutOffsets(steps).filter((_, index) => index !== 4) }),
  },
  {
    fault: 'F33',
    title: 'a piece comes twice',
    owner: 'TXT-CONCAT',
    build: () => converse({ alter: repeat('message_delta') }),
  },
  {
    fault: 'F35',
    title: 'a replacement character stands in the answer',
    owner: 'TXT-UNICODE',
    entails: ['TXT-CONCAT'],
    build: () => converse({ alter: change('agent_completed', { text: 'broken \uFFFD' }) }),
  },
  {
    fault: 'F35',
    title: 'a piece ends inside a surrogate pair',
    owner: 'TXT-UNICODE',
    build: () => converse({ alter: change('agent_thinking', { text: 'half \uD83D' }) }),
  },
];
