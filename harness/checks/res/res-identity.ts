import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { CheckContext, CheckDeclaration, CheckFold, RunTrack } from '../../contract/check.ts';
import type { HistoryRecord } from '../../contract/history.ts';
import { Findings } from '../findings.ts';
import { needsResume } from './needs-resume.ts';
import { resumeValue } from './value.ts';

export const resIdentity: CheckDeclaration = {
  id: 'RES-IDENTITY',
  level: 'MUST',
  title: 'a resumed run keeps its id and its thread',
  requirement:
    'After a resume, the run goes on under the id it had, in the conversation it was in.',
  reason:
    'Under a new id the first half of an answer stays unfinished for ever, and the second has no beginning.',
  value: resumeValue,
  scope: 'connection',
  hears: ['act', 'returned'],
  provenBy: ['F92', 'D27'],
  leftGreenBy: ['K01', 'K05'],
  applies: needsResume,
  open,
};

interface Resumed {
  run: string | undefined;
  n: number;
}

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const resumedOn = context.perConnection((): Resumed => ({ run: undefined, n: 0 }));

  function judgeThread(
    record: HistoryRecord,
    { kind, thread }: CanonicalEvent,
    run: RunTrack,
    resumed: Resumed,
  ): void {
    if (thread === undefined || run.thread === undefined || thread === run.thread) return;
    findings.fail(
      [run.first, resumed.n, record.n],
      `Run ${run.id} must stay in thread ${run.thread} because record ${resumed.n} resumes it there.`,
      `However, ${kind} in record ${record.n} names thread ${thread}.`,
    );
  }

  return {
    step(record, event, run) {
      if (record.type === 'act' && record.act === 'resume' && record.connection !== undefined) {
        findings.meet();
        resumedOn(record.connection).run = record.run;
        resumedOn(record.connection).n = record.n;
      }
      if (record.type !== 'frame' || event === undefined || run === undefined) return;
      const resumed = resumedOn(record.connection);
      if (resumed.run === run.id) return judgeThread(record, event, run, resumed);
      if (resumed.run === undefined || run.first !== record.n || run.asked !== undefined) return;
      const before = context.runOf(resumed.run);
      if (before === undefined || before.terminal !== undefined || before === run) return;
      if (before.connection !== record.connection || !run.home) return;
      findings.fail(
        [before.first, resumed.n, record.n],
        `Run ${resumed.run} must go on under its id because record ${resumed.n} resumes it.`,
        `However, ${event.kind} in record ${record.n} belongs to run ${run.id}, which nobody asked for.`,
      );
    },
    end: () => findings.outcome(),
  };
}
