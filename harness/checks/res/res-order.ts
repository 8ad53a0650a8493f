import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { isRunKind } from '../../contract/event-kind.ts';
import { Findings } from '../findings.ts';
import { needsResume } from './needs-resume.ts';
import { resumeValue } from './value.ts';

export const resOrder: CheckDeclaration = {
  id: 'RES-ORDER',
  level: 'MUST',
  title: 'the replay comes first',
  requirement: 'After a reconnect, live events of a run wait until its replay has ended.',
  reason: 'A client that applies live events before the missed ones shows a state that never was.',
  value: resumeValue,
  scope: 'run',
  hears: ['returned'],
  provenBy: ['F90'],
  leftGreenBy: ['K01', 'K02'],
  applies: (promises) =>
    promises.duplicates === 'declared' ? needsResume(promises) : 'the target marks no repetitions',
  open,
};

interface Boundary {
  epoch: number;
  /** First live event after the replay began: what was on its way before it is no fault. */
  live: number | undefined;
  replayed: boolean;
}

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const boundaryOf = context.perRun((): Boundary => ({
    epoch: 0,
    live: undefined,
    replayed: false,
  }));
  return {
    step(record, event, run) {
      if (record.type !== 'frame' || run === undefined) return;
      if (event === undefined || !isRunKind(event.kind)) return;
      const boundary = boundaryOf(run);
      if (record.epoch !== boundary.epoch) {
        boundary.epoch = record.epoch;
        boundary.live = undefined;
        boundary.replayed = false;
      }
      if (event.replay !== true) {
        if (boundary.replayed) boundary.live ??= record.n;
        return;
      }
      if (!boundary.replayed) findings.meet();
      boundary.replayed = true;
      if (boundary.live === undefined) return;
      findings.fail(
        [boundary.live, record.n],
        `The replay of run ${run.id} must end before live events go on because clients apply events as they come.`,
        `However, record ${boundary.live} is live and record ${record.n} still belongs to the replay.`,
      );
    },
    end: () => findings.outcome(),
  };
}
