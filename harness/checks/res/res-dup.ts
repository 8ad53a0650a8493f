import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { needsResume } from './needs-resume.ts';
import { resumeValue } from './value.ts';

export const resDup: CheckDeclaration = {
  id: 'RES-DUP',
  level: 'MUST',
  title: 'what is sent again is marked',
  requirement:
    'After a reconnect, an event that was delivered before carries the mark of a repetition.',
  reason: 'An unmarked repetition shows, and acts, twice.',
  value: resumeValue,
  scope: 'view',
  hears: ['returned'],
  provenBy: ['F88', 'F100', 'D26'],
  leftGreenBy: ['K01', 'K07'],
  applies: (promises) =>
    promises.duplicates === 'allowed'
      ? 'the target may repeat events unmarked'
      : needsResume(promises),
  open(context) {
    const findings = new Findings();
    const epochIn = context.perRun((): { epoch: number } => ({ epoch: 0 }));
    return {
      step(record, event, run) {
        if (record.type !== 'frame' || run === undefined) return;
        const known = epochIn(run);
        if (record.epoch !== known.epoch) findings.meet();
        known.epoch = record.epoch;
        const { prior } = run;
        if (prior === undefined || event?.replay === true || prior.epoch === record.epoch) return;
        if (!prior.equal) return;
        findings.fail(
          [prior.n, record.n],
          `${event?.kind ?? 'The event'} of run ${run.id} must be marked as a repetition because record ${prior.n} delivered it before the reconnect.`,
          `However, record ${record.n} is not marked.`,
        );
      },
      end: () => findings.outcome(),
    };
  },
};
