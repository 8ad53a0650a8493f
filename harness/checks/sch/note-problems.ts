import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { HistoryRecord } from '../../contract/history.ts';
import type { Findings } from '../findings.ts';

export interface ProblemRule {
  readonly rule: string;
  readonly must: string;
}

/** Counts as one failure what the profile's projection found wrong with this event under one rule. */
export function noteProblems(
  findings: Findings,
  record: HistoryRecord,
  event: CanonicalEvent | undefined,
  { rule, must }: ProblemRule,
): void {
  const own = event?.problems?.filter((problem) => problem.rule === rule);
  if (own === undefined || own.length === 0) return;
  const found = own.map(({ pointer, message }) => `${pointer || 'the frame'}: ${message}`);
  findings.fail([record.n], must, `However, record ${record.n} has ${found.join('; ')}.`);
}
