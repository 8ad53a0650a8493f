import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { pressureValue } from './value.ts';

/** So many events of one run within a second are a burst. */
const burstEvents = 1_000;
const burstMs = 1_000;

export const bpBurst: CheckDeclaration = {
  id: 'BP-BURST',
  level: 'MUST',
  title: 'a burst arrives whole',
  requirement: 'Every event of a burst is delivered, in order.',
  reason: 'Buffers that drop under load lose exactly the runs with the most to say.',
  value: pressureValue,
  scope: 'run',
  hears: ['message_delta', 'progress_update'],
  provenBy: ['F53'],
  leftGreenBy: ['K08', 'K13'],
  applies: ({ sequence }) =>
    (sequence?.scope === 'run' && sequence.density === 'dense') ||
    'without dense numbers per run nothing shows that a burst is whole',
  open,
};

function open(context: CheckContext): CheckFold {
  const findings = new Findings();
  const burstOf = context.perRun((run): { since: number; met: boolean } => {
    return { since: run.firstAt, met: false };
  });
  return {
    step(record, _event, run) {
      if (run === undefined || run.events % burstEvents !== 0) return;
      const burst = burstOf(run);
      burst.met ||= record.at - burst.since <= burstMs;
      burst.since = record.at;
    },
    closeRun(run) {
      const { low, high, distinct } = run.line ?? {};
      if (burstOf.peek(run)?.met !== true || low === undefined || high === undefined) return;
      findings.meet();
      const made = high - low + 1;
      const lost = made - (distinct ?? 0);
      if (lost === 0) return;
      findings.fail(
        [run.first, run.last],
        `All events from number ${low} to ${high} of run ${run.id} must arrive because a burst is no reason to drop any.`,
        `However, ${lost} of ${made} did not.`,
      );
    },
    end: () => findings.outcome(),
  };
}
