import type { CheckDeclaration } from '../../contract/check.ts';
import { openProblems } from './open-problems.ts';
import { schemaValue } from './value.ts';

export const schField: CheckDeclaration = {
  id: 'SCH-FIELD',
  level: 'MUST',
  title: 'every event has its fields',
  requirement: 'Every event carries the fields of its kind, each with the right type.',
  reason:
    'A missing or mistyped field breaks the client that relied on it, often only for some users.',
  value: schemaValue,
  scope: 'history',
  hears: ['flawed'],
  provenBy: ['F40'],
  leftGreenBy: ['K08', 'K09', 'K10', 'K13'],
  open: (context) =>
    openProblems({
      rule: 'SCH-FIELD',
      must: 'Every event must carry the fields of its kind because clients read them.',
      exercised: () => context.heard().events,
    }),
};
