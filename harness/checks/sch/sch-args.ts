import type { CheckDeclaration } from '../../contract/check.ts';
import { openProblems } from './open-problems.ts';
import { schemaValue } from './value.ts';

export const schArgs: CheckDeclaration = {
  id: 'SCH-ARGS',
  level: 'MUST',
  title: 'tool arguments are what the tool takes',
  requirement: 'The arguments of every tool call parse and match the schema of the tool.',
  reason: 'Arguments that do not parse mean that the tool was not called as announced.',
  value: schemaValue,
  scope: 'run',
  hears: ['tool_executing'],
  provenBy: ['F48'],
  leftGreenBy: ['K02', 'K09'],
  open: () =>
    openProblems({
      rule: 'SCH-ARGS',
      must: 'Tool arguments must match their schema because the tool reads them.',
    }),
};
