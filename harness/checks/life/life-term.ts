import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { terminalKinds } from '../../contract/event-kind.ts';
import { Findings } from '../findings.ts';
import { ProbeDelays } from '../probe-delays.ts';
import { Sleepers } from './sleepers.ts';
import { lifeValue } from './value.ts';

/**
 * Bounded liveness. A stream that ends instead is LIFE-TERM-TRUNC, a broken line is WIRE-CLOSE. A close whose code asks
 * to come back later, or says something of the target's own, is no fault; a run that nobody saw end is no pass.
 */
export const lifeTerm: CheckDeclaration = {
  id: 'LIFE-TERM',
  level: 'MUST',
  title: 'every run ends in time',
  requirement: 'Every run that began delivers a terminal event before the deadline.',
  reason: 'Without a terminal nobody can tell an agent that works from one that died.',
  value: lifeValue,
  scope: 'run',
  hears: [...terminalKinds, 'act', 'open', 'close', 'harness'],
  provenBy: ['F03', 'D13', 'D14'],
  leftGreenBy: ['K05', 'K11', 'K12', 'K14'],
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const delays = new ProbeDelays(findings);
  const sleepers = new Sleepers();
  const { terminal_ms: deadline } = context.promises.deadlines;
  return {
    step(record, event, run) {
      delays.hear(record);
      sleepers.hear(record);
      if (run === undefined || event === undefined) return;
      if (run.terminal !== record.n || record.at - run.firstAt <= deadline) return;
      const { id, first, firstAt: from } = run;
      delays.judge({ from, until: record.at, deadline }, () =>
        findings.fail(
          [first, record.n],
          `Run ${id} must end within ${deadline} ms because the target promises it.`,
          `However, ${event.kind} came after ${Math.round(record.at - from)} ms.`,
        ),
      );
    },
    closeRun(run) {
      if (run.events === 0) return;
      findings.meet();
      const end = context.watchEnd();
      const ending = context.endingOf(run);
      if (ending === 'unwatched') findings.doubt(`run ${run.id} was not watched to its deadline`);
      if (ending === 'closed-dirty' && !sleepers.excuse(run.cut)) {
        const { code, cause, n } = run.cut ?? {};
        findings.doubt(
          `the connection of run ${run.id} was ended (${code ?? cause}) in record ${n}, and nobody came back for the rest`,
        );
      }
      if (ending !== 'waited' || end === undefined) return;
      delays.judge({ from: run.firstAt, until: end.at, deadline }, () =>
        findings.fail(
          [run.first, run.last, end.n],
          `Run ${run.id} must end with a terminal because it began in record ${run.first}.`,
          `However, ${run.lastKind} in record ${run.last} was its last event, followed by ${Math.round(end.at - run.lastAt)} ms of silence.`,
        ),
      );
    },
    end() {
      delays.end();
      return findings.outcome();
    },
  };
}
