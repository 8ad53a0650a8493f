import type { CheckFold } from '../../contract/check.ts';
import { Findings } from '../findings.ts';
import { noteProblems, type ProblemRule } from './note-problems.ts';

interface Rule extends ProblemRule {
  /** What was judged in all: the fold is only told of flawed events. */
  readonly exercised: () => number;
}

/** Judges what the profile's projection found wrong with single events under one rule. */
export function openProblems({ exercised, ...rule }: Rule): CheckFold {
  const findings = new Findings();
  return {
    step(record, event) {
      noteProblems(findings, record, event, rule);
    },
    end() {
      findings.meet(exercised());
      return findings.outcome();
    },
  };
}
