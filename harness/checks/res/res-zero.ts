import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { needsResume } from './needs-resume.ts';
import { resumeValue } from './value.ts';

export const resZero: CheckDeclaration = {
  id: 'RES-ZERO',
  level: 'MUST',
  title: 'a run can be resumed before its first event',
  requirement:
    'A client that drops before the first event of its run gets the whole run when it comes back.',
  reason: 'Recovery that needs one event first fails exactly when the network is worst.',
  value: resumeValue,
  scope: 'run',
  hears: ['returned'],
  provenBy: ['F97'],
  leftGreenBy: ['K01', 'K14'],
  applies: needsResume,
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  return {
    step(_record, _event, run) {
      if (run?.asked !== undefined && run.events === 1) findings.meet();
    },
    closeRun(run) {
      if (!run.resumed || run.events > 0 || run.asked === undefined) return;
      const end = context.watchEnd();
      const ending = context.endingOf(run);
      findings.meet();
      if (ending === 'unwatched') findings.doubt(`run ${run.id} was not watched to its deadline`);
      if (ending !== 'waited' || end === undefined) return;
      findings.fail(
        [run.asked.n, run.first, end.n],
        `Run ${run.id} must be delivered after the reconnect because it was asked for in record ${run.asked.n}.`,
        'However, the client dropped before its first event, came back, and never got one.',
      );
    },
    end: () => findings.outcome(),
  };
}
