import { auditRules } from '../../contract/audit-rules.ts';
import type { AuditBaselineEntry } from '../../contract/audit-ratchet.ts';
import type { AuditFacts, AuditFinding, AuditLocation } from '../../contract/audit.ts';
import type { Result } from '../../contract/result.ts';
import { findingSeverity } from '../summary/severity-of.ts';
import { plural } from '../text/plural.ts';

/** GitHub code scanning shows the first 100 locations of a result. */
const locationsKept = 100;
/** GitHub code scanning keeps the first 5 000 results of a run. */
const resultsKept = 5000;

/**
 * SARIF 2.1.0 of the audit's findings, as code scanning reads it.
 * A run without an audit, or with files that could not be read, says that it did not succeed: no evidence is never clean.
 */
export function renderSarif(result: Result): string {
  const findings = orderedFindings(result.audit);
  const kept = findings.slice(0, resultsKept);
  const accepted = new Map(
    result.audit?.baseline?.map((entry) => [entry.identity, entry] as const) ?? [],
  );
  const hasBaseline = result.audit?.baseline !== undefined;
  const ruleIds = [...new Set(kept.map((finding) => finding.rule))].toSorted();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: result.tool.name,
            semanticVersion: result.tool.version,
            rules: ruleIds.map((id) => ({ id, shortDescription: { text: auditRules[id] } })),
          },
        },
        invocations: [invocation(result, findings.length - kept.length)],
        columnKind: 'utf16CodeUnits',
        results: [
          ...kept.map((finding) => ({
            ...sarifResult(finding, ruleIds.indexOf(finding.rule)),
            ...(hasBaseline ? baselineOf(accepted.get(finding.identity)) : {}),
          })),
          ...absentResults(result.audit),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** Certain findings first, so that a cut leaves out what gates least. */
function orderedFindings(audit: AuditFacts | undefined): AuditFinding[] {
  const findings = audit?.findings ?? [];
  return [
    ...findings.filter(({ confidence }) => confidence === 'certain'),
    ...findings.filter(({ confidence }) => confidence === 'review'),
  ];
}

function invocation(result: Result, leftOut: number): object {
  const problems = result.audit?.read.problems ?? [];
  const notifications = [
    ...problems.map(({ path, kind, detail }) => ({
      level: 'warning',
      message: { text: `${kind}: ${detail}` },
      locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
    })),
    ...(result.audit === undefined
      ? [{ level: 'error', message: { text: 'This result holds no audit: nothing was read.' } }]
      : []),
    ...(leftOut === 0
      ? []
      : [{ level: 'warning', message: { text: `${plural(leftOut, 'finding')} left out here.` } }]),
  ];
  return {
    executionSuccessful: result.audit !== undefined && problems.length === 0,
    startTimeUtc: result.started_at,
    toolExecutionNotifications: notifications,
  };
}

function sarifResult(finding: AuditFinding, ruleIndex: number): object {
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: findingSeverity(finding),
    message: { text: finding.message },
    locations: [location(finding)],
    relatedLocations: finding.related.slice(0, locationsKept).map((related, index) => ({
      id: index + 1,
      ...location(related),
    })),
    partialFingerprints: { 'goldenPathIdentity/v1': finding.identity },
  };
}

/** What the baseline accepts stays in the report, suppressed: dropped alerts would close, and open again later. */
function baselineOf(entry: AuditBaselineEntry | undefined): object {
  if (entry === undefined) return { baselineState: 'new' };
  return {
    baselineState: 'unchanged',
    suppressions: [{ kind: 'external', status: 'accepted', justification: entry.reason }],
  };
}

/** Entries of the baseline whose violation is gone. */
function absentResults(audit: AuditFacts | undefined): object[] {
  const found = new Set(audit?.findings.map((finding) => finding.identity));
  return (audit?.baseline ?? [])
    .filter((entry) => !found.has(entry.identity))
    .map(({ rule, path, symbol, identity }) => ({
      ruleId: rule,
      level: 'none',
      kind: 'pass',
      message: { text: `${symbol} no longer breaks ${rule}` },
      locations: [location({ path, line: 1, symbol })],
      partialFingerprints: { 'goldenPathIdentity/v1': identity },
      baselineState: 'absent',
    }));
}

function location({ path, line, symbol }: AuditLocation): object {
  return {
    physicalLocation: { artifactLocation: artifact(path), region: { startLine: line } },
    logicalLocations: [{ fullyQualifiedName: symbol }],
  };
}

function artifact(path: string): object {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
