import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import type { ProjectionProblem } from '../../contract/canonical-event.ts';
import { isRunKind } from '../../contract/event-kind.ts';
import { Findings } from '../findings.ts';
import { lacks } from '../judge/oddities.ts';
import { schemaValue } from './value.ts';

export const schCorr: CheckDeclaration = {
  id: 'SCH-CORR',
  level: 'MUST',
  title: 'every event says where it belongs',
  requirement: 'Every event of a run names its run, and carries the other ids the target promises.',
  reason:
    'An event without its ids cannot be shown in the right conversation, or shows in a wrong one.',
  value: schemaValue,
  scope: 'connection',
  hears: ['flawed'],
  provenBy: ['F43'],
  leftGreenBy: ['K08', 'K09'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const promised = context.promises.correlation ?? [];
  return {
    step(record, event) {
      if (event === undefined || !isRunKind(event.kind)) return;
      const missing = new Set<string>(promised.filter((id) => lacks(event, id)));
      if (event.run === undefined) missing.add('run');
      for (const { pointer } of event.problems?.filter(isOurs) ?? []) missing.add(pointer);
      if (missing.size === 0) return;
      findings.fail(
        [record.n],
        `${event.kind} must carry its ids because clients place it by them.`,
        `However, record ${record.n} lacks ${[...missing].join(', ')}.`,
      );
    },
    end() {
      findings.meet(context.heard().runEvents);
      return findings.outcome();
    },
  };
}

function isOurs({ rule }: ProjectionProblem): boolean {
  return rule === 'SCH-CORR';
}
