import { auditRules, type AuditRule } from '../../contract/audit-rules.ts';
import type { AuditBaselineEntry } from '../../contract/audit-ratchet.ts';
import type { AuditFacts, AuditFinding, AuditLocation } from '../../contract/audit.ts';
import type { Result } from '../../contract/result.ts';
import { findingSeverity } from '../summary/severity-of.ts';
import { plural } from '../text/plural.ts';
import { foldFindings, type FoldedFinding } from './fold-findings.ts';

/** GitHub code scanning shows the first 100 locations of a result. */
const locationsKept = 100;
/** GitHub code scanning keeps the first 5 000 results of a run. */
const resultsKept = 5000;

/**
 * SARIF 2.1.0 of the audit's findings, as code scanning reads it.
 * A run without an audit, or with files that could not be read, says that it did not succeed: no evidence is never clean.
 */
export function renderSarif(result: Result): string {
  const { audit } = result;
  const certain = folded(audit, 'certain');
  const review = folded(audit, 'review');
  // What gates least comes last, so that a cut leaves out that.
  const results = [
    ...certain.map((each) => sarifResult(each, audit)),
    ...absentResults(audit),
    ...review.map((each) => sarifResult(each, audit)),
  ];
  const kept = results.slice(0, resultsKept);
  const ruleIds = [...new Set(kept.map(({ ruleId }) => ruleId))].toSorted();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: result.tool.name,
            semanticVersion: result.tool.version,
            rules: ruleIds.map((id) => ({
              id,
              shortDescription: { text: auditRules[id as AuditRule] },
            })),
          },
        },
        invocations: [invocation(result, [...certain, ...review], results.length - kept.length)],
        columnKind: 'utf16CodeUnits',
        results: kept.map((each) => ({ ...each, ruleIndex: ruleIds.indexOf(each.ruleId) })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function folded(audit: AuditFacts | undefined, wanted: AuditFinding['confidence']) {
  const findings = audit?.findings.filter(({ confidence }) => confidence === wanted) ?? [];
  return foldFindings(findings, audit?.baseline ?? []);
}

function invocation(result: Result, all: readonly FoldedFinding[], leftOut: number): object {
  const groups = all.filter(({ findings }) => findings.length > 1);
  const inGroups = groups.reduce((sum, { findings }) => sum + findings.length, 0);
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
    ...(groups.length === 0
      ? []
      : [
          {
            level: 'note',
            message: {
              text: `${plural(inGroups, 'import')} folded into ${plural(groups.length, 'result')}, one per file.`,
            },
          },
        ]),
    ...(leftOut === 0
      ? []
      : [{ level: 'warning', message: { text: `${plural(leftOut, 'result')} left out here.` } }]),
  ];
  return {
    executionSuccessful: result.audit !== undefined && problems.length === 0,
    // The same source gives the same file, byte for byte: the time of an audit says nothing about it.
    ...(result.command === 'audit' ? {} : { startTimeUtc: result.started_at }),
    toolExecutionNotifications: notifications,
  };
}

interface SarifResult {
  readonly ruleId: string;
  readonly [key: string]: unknown;
}

function sarifResult(
  { first, findings, fingerprint, accepted }: FoldedFinding,
  audit: AuditFacts | undefined,
): SarifResult {
  const more = findings.length - 1;
  const related = new Map(
    findings.flatMap((each) => each.related).map((each) => [JSON.stringify(each), each] as const),
  );
  return {
    ruleId: first.rule,
    level: findingSeverity(first),
    message: {
      text:
        more === 0
          ? first.message
          : `${first.message}; and ${plural(more, 'more import')} of ${first.role ?? 'this kind'} in this file`,
    },
    locations: findings.slice(0, locationsKept).map(location),
    relatedLocations: [...related.values()].slice(0, locationsKept).map((each, index) => ({
      id: index + 1,
      ...location(each),
    })),
    partialFingerprints: { 'goldenPathIdentity/v1': fingerprint },
    // What `golden-path audit --accept` takes.
    properties: { identities: findings.map(({ identity }) => identity) },
    ...(audit?.baseline === undefined ? {} : baselineOf(accepted)),
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

/** Entries of the baseline whose violation is gone; one that moved with its file is not. */
function absentResults(audit: AuditFacts | undefined): SarifResult[] {
  const found = new Set(
    audit?.findings.flatMap(({ identity, former_identity: former }) => [identity, former]),
  );
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
