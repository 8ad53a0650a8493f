import type { CheckDeclaration } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { needsResume } from './needs-resume.ts';
import { resumeValue } from './value.ts';

export const resReplayEq: CheckDeclaration = {
  id: 'RES-REPLAY-EQ',
  level: 'MUST',
  title: 'a repetition says the same',
  requirement: 'An event that is marked as a repetition says exactly what it said before.',
  reason: 'A client that trusts the mark keeps the first version and never sees the second.',
  value: resumeValue,
  scope: 'view',
  hears: ['repeat'],
  provenBy: ['F89'],
  leftGreenBy: ['K01'],
  applies: (promises) =>
    promises.duplicates === 'declared' ? needsResume(promises) : 'the target marks no repetitions',
  open() {
    const findings = new Findings();
    return {
      step(record, event, run) {
        if (event?.replay !== true || run?.prior === undefined) return;
        findings.meet();
        const { prior } = run;
        if (prior.equal) return;
        findings.fail(
          [prior.n, record.n],
          `Record ${record.n} must say what record ${prior.n} said because it is marked as its repetition.`,
          'However, the two differ.',
        );
      },
      end: () => findings.outcome(),
    };
  },
};
