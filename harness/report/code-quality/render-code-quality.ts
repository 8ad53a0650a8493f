import { createHash } from 'node:crypto';
import type { AuditFinding } from '../../contract/audit.ts';
import type { Result } from '../../contract/result.ts';
import { entriesOf } from '../summary/entries-of.ts';
import type { Entry } from '../summary/entry.ts';

/** What GitLab requires of each issue in a Code Quality report. */
interface CodeQualityIssue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** GitLab Code Quality: audit findings and failed tests, since these have a place in the source. */
export function renderCodeQuality(result: Result): string {
  const tests = entriesOf(result).filter(
    ({ kind, standing }) => kind === 'test' && standing === 'fail',
  );
  const issues = [...tests.flatMap(testIssue), ...(result.audit?.findings ?? []).map(findingIssue)];
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}

function testIssue(entry: Entry): CodeQualityIssue[] {
  if (entry.file === undefined) return [];
  return [
    {
      description: `${entry.title}: ${entry.reason ?? 'failed'}`,
      check_name: 'test',
      fingerprint: fingerprint(`test ${entry.id}`),
      severity: 'critical',
      location: { path: entry.file, lines: { begin: 1 } },
    },
  ];
}

function findingIssue(finding: AuditFinding): CodeQualityIssue {
  return {
    description: finding.message,
    check_name: finding.rule,
    fingerprint: fingerprint(finding.identity),
    severity: finding.confidence === 'certain' ? 'major' : 'info',
    location: { path: finding.path, lines: { begin: finding.line } },
  };
}

/** Free of lines, so that moved code is not new code. */
function fingerprint(identity: string): string {
  return createHash('sha256').update(identity).digest('hex');
}
