import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { needsResume } from './needs-resume.ts';
import { resumeValue } from './value.ts';

export const resCursorUnique: CheckDeclaration = {
  id: 'RES-CURSOR-UNIQUE',
  level: 'MUST',
  title: 'a cursor means one place',
  requirement: 'No two events of a run carry the same cursor.',
  reason: 'A resume from a cursor that stands for two events loses or doubles one of them.',
  value: resumeValue,
  scope: 'view',
  hears: ['cursored'],
  provenBy: ['F95'],
  leftGreenBy: ['K01', 'K02'],
  applies: (promises) =>
    promises.capabilities.includes('cursor')
      ? needsResume(promises)
      : 'the target hands out no cursors besides its sequence numbers',
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const seenIn = context.perRun((): Map<string, number> => new Map());
  return {
    step(record, event, run) {
      if (event?.cursor === undefined || run === undefined) return;
      findings.meet();
      const seen = seenIn(run);
      const before = seen.get(event.cursor);
      seen.set(event.cursor, record.n);
      if (before === undefined || run.prior?.equal === true) return;
      findings.fail(
        [before, record.n],
        `Cursor ${event.cursor} must stand for one event because clients resume after it.`,
        `However, records ${before} and ${record.n} both carry it.`,
      );
    },
    end: () => findings.outcome(),
  };
}
