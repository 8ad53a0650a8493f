import { exitCodeOf } from '../contract/exit-code.ts';
import type { CriterionResult, Gate } from '../contract/gate.ts';
import type { Result } from '../contract/result.ts';
import { mergeVerdicts } from '../contract/verdict.ts';
import { judgeChecks } from './criteria/checks.ts';
import { judgeMeasurements } from './criteria/measurements.ts';
import { judgeSuites } from './criteria/suites.ts';

export interface PlainQuestion {
  /** Suites that must have run. */
  readonly suites: readonly string[];
  /** Failed SHOULDs count as failures too. */
  readonly strict: boolean;
}

/** The plain gate: every suite ran and told something, every MUST check and every measurement held. */
export function decideGate(result: Result, question: PlainQuestion): Gate {
  const criteria = [
    ...judgeSuites(result, question.suites),
    ...judgeChecks(result, question.strict),
    ...judgeMeasurements(result),
  ];
  return concludeGate(criteria);
}

/** Merges criteria into the gate's verdict; only required ones count, and none at all is `unknown`. */
export function concludeGate(criteria: CriterionResult[]): Gate {
  const required = criteria.filter((criterion) => criterion.required);
  const verdict = mergeVerdicts(required.map((criterion) => criterion.verdict));
  return { verdict, exit_code: exitCodeOf(verdict), criteria };
}
