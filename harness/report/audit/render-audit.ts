import { auditRules } from '../../contract/audit-rules.ts';
import type { AuditFacts, AuditFinding, AuditRoleFacts } from '../../contract/audit.ts';
import { formatCount } from '../text/format-count.ts';
import { plural } from '../text/plural.ts';
import type { Screen } from '../reporter.ts';
import { cut } from '../text/columns.ts';

/** Findings shown per role; the rest is counted and stands in every machine format. */
const shownFindings = 8;

/** What an audit found, one block per role: who does the job, what goes around the one that should. */
export function renderAudit(facts: AuditFacts, screen: Screen): string {
  const { files, problems, languages } = facts.read;
  const read = Object.entries(languages).map(
    ([language, count]) => `${formatCount(count)} ${language}`,
  );
  const lines = [
    `read ${plural(files, 'file')} (${read.join(', ')}), ${plural(problems.length, 'problem')}`,
    ...facts.roles.flatMap((role) => roleBlock(role, facts.findings)),
    ...findingBlock(
      'beside the roles',
      facts.findings.filter(({ role }) => role === undefined),
    ),
  ];
  return `${lines.map((line) => cut(line, screen.width, screen.unicode ? '…' : '~')).join('\n')}\n`;
}

function roleBlock(role: AuditRoleFacts, findings: readonly AuditFinding[]): string[] {
  const others = role.members.filter((member) => member.class !== 'canonical');
  return [
    '',
    `${role.id}  ${role.production_count} in production, 1 expected`,
    `  canonical  ${role.canonical.path}:${role.canonical.line} ${role.canonical.symbol}`,
    ...others.map(
      (member) =>
        `  ${member.class.padEnd(10)} ${member.path}:${member.line} ${member.symbol} (${member.scope})`,
    ),
    ...findingLines(findings.filter((finding) => finding.role === role.id)),
  ];
}

function findingBlock(title: string, findings: readonly AuditFinding[]): string[] {
  return findings.length === 0 ? [] : ['', title, ...findingLines(findings)];
}

function findingLines(findings: readonly AuditFinding[]): string[] {
  const production = findings.filter(({ scope }) => scope === 'production');
  const shown = production.slice(0, shownFindings);
  const more = production.length - shown.length;
  const elsewhere = findings.length - production.length;
  return [
    ...shown.map(
      ({ rule, path, line, message, confidence }) =>
        `  ${rule}  ${path}:${line}  ${confidence === 'review' ? 'review: ' : ''}${message} [${auditRules[rule]}]`,
    ),
    ...(more === 0 ? [] : [`  and ${plural(more, 'more finding')}`]),
    ...(elsewhere === 0 ? [] : [`  and ${plural(elsewhere, 'finding')} outside of production`]),
  ];
}
