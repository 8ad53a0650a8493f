import type { CheckDeclaration } from '../../contract/check.ts';
import { openTerminalPairs } from './terminal-pairs.ts';
import { lifeValue } from './value.ts';

export const lifeTermConflict: CheckDeclaration = {
  id: 'LIFE-TERM-CONFLICT',
  level: 'MUST',
  title: 'a run does not end in two ways',
  requirement: 'No terminal contradicts an earlier terminal of the same run.',
  reason: 'Success after an error hides the error; an error after success takes back an answer.',
  value: lifeValue,
  scope: 'run',
  hears: ['agent_completed', 'agent_error', 'agent_cancelled'],
  provenBy: ['F07'],
  leftGreenBy: ['K01', 'K05', 'K12'],
  open: (context) =>
    openTerminalPairs(context, {
      owns: (first, second) => first !== second,
      must: (run) => `Run ${run} must keep to its first terminal because that one decided it.`,
      however: (kind, first, second) =>
        `However, record ${second} says ${kind} after record ${first} had said otherwise.`,
    }),
};
