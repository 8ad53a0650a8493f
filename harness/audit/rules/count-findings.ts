import type { AuditFinding } from '../../contract/audit.ts';
import { countBy } from '../model/count-by.ts';

/** Rule → scope → number of certain findings. */
export function countFindings(
  findings: readonly AuditFinding[],
): Record<string, Record<string, number>> {
  const certain = findings.filter((finding) => finding.confidence === 'certain');
  const rules = Map.groupBy(certain, (finding) => finding.rule);
  return Object.fromEntries(
    [...rules].map(([rule, group]) => [rule, countBy(group, (finding) => finding.scope)]),
  );
}
