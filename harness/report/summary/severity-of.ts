import type { AuditFinding } from '../../contract/audit.ts';
import type { Standing } from './standing.ts';

/** How loudly a format for machines should speak of something that did not pass. */
export type Severity = 'error' | 'warning' | 'note';

/** What is unknown is an error: no evidence is never a pass. */
export function severityOf(standing: Standing): Severity {
  return standing === 'fail' || standing === 'unknown' ? 'error' : 'warning';
}

/** A finding that cannot be decided statically never gates, so it is a note. */
export function findingSeverity(finding: AuditFinding): Severity {
  return finding.confidence === 'certain' ? 'error' : 'note';
}
