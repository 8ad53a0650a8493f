import { auditRules } from '../../contract/audit-rules.ts';
import type {
  AuditFacts,
  AuditFinding,
  AuditMember,
  AuditRoleFacts,
} from '../../contract/audit.ts';
import { formatCount } from '../text/format-count.ts';
import { plural } from '../text/plural.ts';
import type { Screen } from '../reporter.ts';
import { cut } from '../text/columns.ts';

/** Findings shown per role; the rest is counted and stands in every machine format. */
const shownFindings = 8;
const shownMembers = 12;

/** What an audit found, one block per role: who does the job, what goes around the one that should. */
export function renderAudit(facts: AuditFacts, screen: Screen): string {
  const { files, problems, languages } = facts.read;
  const read = Object.entries(languages).map(
    ([language, count]) => `${formatCount(count)} ${language}`,
  );
  const lines = [
    `read ${plural(files, 'file')} (${read.join(', ')}), ${plural(problems.length, 'problem')}`,
    ...facts.roles.flatMap((role) => roleBlock(role, facts)),
    ...findingBlock(
      'beside the roles',
      facts.findings.filter(({ role }) => role === undefined),
    ),
  ];
  return `${lines.map((line) => cut(line, screen.width, screen.unicode ? '…' : '~')).join('\n')}\n`;
}

function roleBlock(role: AuditRoleFacts, facts: AuditFacts): string[] {
  const others = role.members.filter((member) => member.class !== 'canonical');
  // What competes in production stands above what is only told.
  const shown = others
    .toSorted((left, right) => Number(isElsewhere(left)) - Number(isElsewhere(right)))
    .slice(0, shownMembers);
  const { findings } = facts;
  return [
    '',
    `${role.id}  ${role.production_count} in production, 1 expected`,
    `  canonical  ${role.canonical.path}:${role.canonical.line} ${role.canonical.symbol}`,
    ...shown.map(
      (member) =>
        `  ${member.class.padEnd(10)} ${member.path}:${member.line} ${member.symbol} (${member.scope})`,
    ),
    ...(others.length > shown.length
      ? [`  and ${plural(others.length - shown.length, 'more member')}`]
      : []),
    ...ratchetLines(role.id, facts),
    ...findingLines(findings.filter((finding) => finding.role === role.id)),
  ];
}

function isElsewhere({ scope }: AuditMember): boolean {
  return scope !== 'production';
}

/** What the ratchet says of a role: new violations, and every count beside its budget. */
function ratchetLines(role: string, { ratchet, findings }: AuditFacts): string[] {
  if (ratchet === undefined) return [];
  const fresh = new Set(ratchet.fresh);
  const news = findings.filter((each) => each.role === role && fresh.has(each.identity)).length;
  const budgets = ratchet.budgets
    .filter((row) => row.role === role && (row.count > 0 || row.budget > 0))
    .map(({ rule, scope, count, budget }) => `${rule} ${scope} ${count}/${budget}`);
  return [
    `  ratchet    ${news} new${budgets.length === 0 ? '' : `, found/allowed: ${budgets.join(', ')}`}`,
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
