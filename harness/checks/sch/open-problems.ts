import type { CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';

interface Rule {
  readonly rule: string;
  readonly must: string;
  /** What was judged in all, where the fold is only told of flawed events; else each event told counts. */
  readonly exercised?: () => number;
}

/** Judges what the profile's projection found wrong with single events under one rule. */
export function openProblems({ rule, must, exercised }: Rule): CheckFold {
  const findings = new Findings();
  return {
    step(record, event) {
      if (exercised === undefined) findings.meet();
      const own = event?.problems?.filter((problem) => problem.rule === rule);
      if (own === undefined || own.length === 0) return;
      const found = own.map(({ pointer, message }) => `${pointer || 'the frame'}: ${message}`);
      findings.fail([record.n], must, `However, record ${record.n} has ${found.join('; ')}.`);
    },
    end() {
      if (exercised !== undefined) findings.meet(exercised());
      return findings.outcome();
    },
  };
}
