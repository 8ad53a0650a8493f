import type { CheckDeclaration } from '../../contract/check.ts';
import { openTerminalPairs } from './terminal-pairs.ts';
import { lifeValue } from './value.ts';

export const lifeTermOnce: CheckDeclaration = {
  id: 'LIFE-TERM-ONCE',
  level: 'MUST',
  title: 'a run ends once',
  requirement: 'A run has one terminal.',
  reason: 'A second terminal closes, bills or answers the same question again.',
  value: lifeValue,
  scope: 'run',
  hears: ['agent_completed', 'agent_error', 'agent_cancelled'],
  provenBy: ['F06'],
  leftGreenBy: ['K01', 'K05', 'K07'],
  open: (context) =>
    openTerminalPairs(context, {
      owns: (first, second) => first === second,
      must: (run) => `Run ${run} must have one terminal because a run ends once.`,
      however: (kind, first, second) =>
        `However, ${kind} came in record ${first} and again in record ${second}.`,
    }),
};
