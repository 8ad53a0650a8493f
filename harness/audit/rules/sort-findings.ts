import type { AuditFinding } from '../../contract/audit.ts';

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The one order of findings, whatever order files were read in. */
export function sortFindings(findings: readonly AuditFinding[]): AuditFinding[] {
  return findings.toSorted(
    (left, right) =>
      compare(left.rule, right.rule) ||
      compare(left.role ?? '', right.role ?? '') ||
      compare(left.path, right.path) ||
      left.line - right.line ||
      compare(left.identity, right.identity),
  );
}
