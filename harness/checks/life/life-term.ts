import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { terminalKinds } from '../../contract/event-kind.ts';
import { Findings } from '../findings.ts';
import { lifeValue } from './value.ts';

/** Bounded liveness. A stream that ends instead is LIFE-TERM-TRUNC, a broken line is WIRE-CLOSE. */
export const lifeTerm: CheckDeclaration = {
  id: 'LIFE-TERM',
  level: 'MUST',
  title: 'every run ends in time',
  requirement: 'Every run that began delivers a terminal event before the deadline.',
  reason: 'Without a terminal nobody can tell an agent that works from one that died.',
  value: lifeValue,
  scope: 'run',
  hears: terminalKinds,
  provenBy: ['F03', 'D13', 'D14'],
  leftGreenBy: ['K05', 'K11', 'K12', 'K14'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const { terminal_ms: deadline } = context.promises.deadlines;
  return {
    step(record, event, run) {
      if (run === undefined || event === undefined) return;
      if (run.terminal !== record.n || record.at - run.firstAt <= deadline) return;
      findings.fail(
        [run.first, record.n],
        `Run ${run.id} must end within ${deadline} ms because the target promises it.`,
        `However, ${event.kind} came after ${Math.round(record.at - run.firstAt)} ms.`,
      );
    },
    closeRun(run) {
      if (run.events === 0) return;
      findings.meet();
      const end = context.watchEnd();
      const ending = context.endingOf(run);
      if (ending === 'unwatched') findings.doubt(`run ${run.id} was not watched to its deadline`);
      if (ending !== 'waited' || end === undefined) return;
      findings.fail(
        [run.first, run.last, end.n],
        `Run ${run.id} must end with a terminal because it began in record ${run.first}.`,
        `However, ${run.lastKind} in record ${run.last} was its last event, followed by ${Math.round(end.at - run.lastAt)} ms of silence.`,
      );
    },
    end: () => findings.outcome(),
  };
}
