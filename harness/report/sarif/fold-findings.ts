import { createHash } from 'node:crypto';
import type { AuditBaselineEntry } from '../../contract/audit-ratchet.ts';
import type { AuditFinding } from '../../contract/audit.ts';

/** Findings that become one result of code scanning. */
export interface FoldedFinding {
  readonly first: AuditFinding;
  /** All of them, `first` included. */
  readonly findings: readonly AuditFinding[];
  /** The same as long as the result is about the same thing, wherever the code moves. */
  readonly fingerprint: string;
  /** What the baseline says of them; absent for what is not in it. */
  readonly accepted: AuditBaselineEntry | undefined;
}

/** Imports are as many as a tree has files: GitHub refuses a run with more than 25 000 results, and shows 5 000. */
const foldedRules = new Set<AuditFinding['rule']>(['SSOT003', 'SSOT004']);

/**
 * Folds imports of one role, rule and file into one result; what the baseline accepts stays apart from what is new.
 * Every other finding is a result of its own. Keeps the order of first appearance.
 */
export function foldFindings(
  findings: readonly AuditFinding[],
  baseline: readonly AuditBaselineEntry[],
): FoldedFinding[] {
  const entries = new Map(baseline.map((entry) => [entry.identity, entry] as const));
  const acceptedOf = ({ identity, former_identity: former }: AuditFinding) =>
    entries.get(identity) ?? (former === undefined ? undefined : entries.get(former));
  const groups = Map.groupBy(findings, (finding) =>
    foldedRules.has(finding.rule)
      ? groupKey(finding, acceptedOf(finding) !== undefined)
      : finding.identity,
  );
  return [...groups].flatMap(([key, [first, ...rest]]) =>
    first === undefined
      ? []
      : [
          {
            first,
            findings: [first, ...rest],
            fingerprint: foldedRules.has(first.rule) ? hash(key) : first.identity,
            accepted: acceptedOf(first),
          },
        ],
  );
}

/** Free of counts and lines: one import more or less in a file is the same alert. */
function groupKey(
  { rule, role, scope, path, confidence }: AuditFinding,
  accepted: boolean,
): string {
  return JSON.stringify([rule, role ?? '', scope, path, confidence, accepted ? 'accepted' : 'new']);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
