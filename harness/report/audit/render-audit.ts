import { auditRules } from '../../contract/audit-rules.ts';
import type { AuditRatchet } from '../../contract/audit-ratchet.ts';
import type {
  AuditFacts,
  AuditFinding,
  AuditMember,
  AuditRoleFacts,
} from '../../contract/audit.ts';
import { formatCount } from '../text/format-count.ts';
import { plural } from '../text/plural.ts';
import type { Screen } from '../reporter.ts';
import { readLines } from './read-lines.ts';
import { cut } from '../text/columns.ts';
import { sharedFindings, type SharedFindings } from './shared-findings.ts';

/** Places shown per role; the rest is counted and stands in every machine format. */
const shownFindings = 8;
const shownMembers = 12;
const shownBudgets = 4;
/** The longest label is `implementation?`. */
const labelWidth = 15;

/** What an audit found, one block per role: who does the job, what goes around the one that should. */
export function renderAudit(facts: AuditFacts, screen: Screen): string {
  const shared = sharedFindings(facts);
  const lines = [
    ...readLines(facts.read),
    ...facts.roles.flatMap((role) => roleBlock(role, facts, shared)),
    ...findingBlock(
      'beside the roles',
      facts.findings.filter(({ role }) => role === undefined),
      facts.ratchet,
    ),
    ...phaseLines(facts.ratchet),
  ];
  return `${lines.map((line) => cut(line, screen.width, screen.unicode ? '…' : '~')).join('\n')}\n`;
}

function roleBlock(role: AuditRoleFacts, facts: AuditFacts, shared: SharedFindings): string[] {
  const others = role.members.filter((member) => member.class !== 'canonical');
  // What competes in production stands above what is only told.
  const shown = others
    .toSorted((left, right) => Number(isElsewhere(left)) - Number(isElsewhere(right)))
    .slice(0, shownMembers);
  const { findings } = facts;
  return [
    '',
    `${role.id}  ${role.production_count} in production, 1 expected`,
    `  ${'canonical'.padEnd(labelWidth)} ${role.canonical.path}:${role.canonical.line} ${role.canonical.symbol}`,
    ...shown.map((member) => `  ${labelOf(member)} ${member.path}:${member.line} ${member.symbol}`),
    ...(others.length > shown.length
      ? [`  and ${plural(others.length - shown.length, 'more member')}`]
      : []),
    ...ratchetLines(role.id, facts),
    ...findingLines(
      findings.filter((finding) => finding.role === role.id),
      facts.ratchet,
      shared,
    ),
  ];
}

/** What it is; where it stands when that is not production, and whether somebody has to look. */
function labelOf({ class: kind, scope, review, allowed }: AuditMember): string {
  const label = `${kind}${review ? '?' : ''}`.padEnd(labelWidth);
  const context = [
    ...(scope === 'production' ? [] : [scope]),
    ...(review ? ['to review'] : []),
    ...(allowed === undefined ? [] : ['accepted']),
  ];
  return context.length === 0 ? label : `${label} [${context.join(', ')}]`;
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
    `  ${'ratchet'.padEnd(labelWidth)} ${news} new${budgets.length === 0 ? '' : `, found/allowed: ${budgets.join(', ')}`}`,
  ];
}

/** Whether the present phase is over, and whether the one after it may begin. */
function phaseLines(ratchet: AuditRatchet | undefined): string[] {
  const { next, overdue } = ratchet ?? {};
  if (next === undefined && overdue === undefined) return [];
  const over = next?.over.map(
    ({ role, rule, scope, count, budget }) => `${role} ${rule} ${scope} ${count}/${budget}`,
  );
  const more = (over?.length ?? 0) - shownBudgets;
  return [
    '',
    'phases',
    ...(overdue === undefined
      ? []
      : [
          `  ${'overdue'.padEnd(labelWidth)} the present phase was due on ${overdue.due} (${overdue.gate})`,
        ]),
    ...(next === undefined
      ? []
      : [
          next.may_begin
            ? `  ${'next'.padEnd(labelWidth)} ${next.phase} may begin: today's counts are within its budgets`
            : `  ${'next'.padEnd(labelWidth)} ${next.phase} may not begin, found/allowed: ${over?.slice(0, shownBudgets).join(', ') ?? ''}${more > 0 ? `, ${plural(more, 'more count')}` : ''}`,
        ]),
  ];
}

function findingBlock(
  title: string,
  findings: readonly AuditFinding[],
  ratchet: AuditRatchet | undefined,
): string[] {
  return findings.length === 0 ? [] : ['', title, ...findingLines(findings, ratchet)];
}

/**
 * Every rule that found something with its counts, and a few places each, so that a rare rule is not hidden by a
 * common one. What the ratchet calls new is why the audit is red: it comes first, wherever it is.
 */
function findingLines(
  findings: readonly AuditFinding[],
  ratchet: AuditRatchet | undefined,
  shared: SharedFindings = new Map(),
): string[] {
  const fresh = new Set(ratchet?.fresh);
  const rules = [...Map.groupBy(findings, (finding) => finding.rule)];
  const examples = Math.max(1, Math.floor(shownFindings / rules.length));
  return rules.flatMap(([rule, found]) => {
    const news = found.filter(({ identity }) => fresh.has(identity));
    const known = found.filter(
      ({ identity, scope }) => scope === 'production' && !fresh.has(identity),
    );
    const told = (each: AuditFinding): boolean => shared.get(each.identity)?.first === false;
    const chosen = news.length > 0 ? news : known;
    const shown = chosen
      .filter((each) => !told(each))
      .slice(0, news.length > 0 ? shownFindings : examples);
    const repeated = chosen.filter(told).length;
    return [
      `  ${rule.padEnd(9)}  ${auditRules[rule]}: ${countText(found)}`,
      ...shown.map(
        ({ path, line, message, confidence, identity }) =>
          `    ${path}:${line}  ${fresh.has(identity) ? 'new: ' : ''}${confidence === 'review' ? 'review: ' : ''}${shared.get(identity)?.names ?? ''}${message}`,
      ),
      ...(repeated === 0 ? [] : [`    ${formatCount(repeated)} counted above, under another role`]),
    ];
  });
}

/** `12 in production, 3 elsewhere, 2 of them to review`. */
function countText(findings: readonly AuditFinding[]): string {
  const production = findings.filter(({ scope }) => scope === 'production').length;
  const elsewhere = findings.length - production;
  const review = findings.filter(({ confidence }) => confidence === 'review').length;
  return [
    ...(production > 0 ? [`${formatCount(production)} in production`] : []),
    ...(elsewhere > 0 ? [`${formatCount(elsewhere)} elsewhere`] : []),
    ...(review > 0
      ? [review === findings.length ? 'to review' : `${formatCount(review)} of them to review`]
      : []),
  ].join(', ');
}
