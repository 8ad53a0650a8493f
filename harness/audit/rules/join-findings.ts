import type { AuditFacts, AuditFinding } from '../../contract/audit.ts';
import { countFindings } from './count-findings.ts';
import { sortFindings } from './sort-findings.ts';

/** Facts with further findings, those of a change for example: sorted and counted with the rest. */
export function joinFindings(facts: AuditFacts, further: readonly AuditFinding[]): AuditFacts {
  if (further.length === 0) return facts;
  const findings = sortFindings([...facts.findings, ...further]);
  return { ...facts, findings, counts: countFindings(findings) };
}
