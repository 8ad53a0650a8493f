import { auditRules } from '../../../contract/audit-rules.ts';
import type {
  AuditFacts,
  AuditFinding,
  AuditMember,
  AuditRoleFacts,
} from '../../../contract/audit.ts';
import { findingSeverity } from '../../summary/severity-of.ts';
import { formatCount } from '../../text/format-count.ts';
import { plural } from '../../text/plural.ts';
import { badge } from '../badge.ts';
import { burnDownPictures } from '../burn-down-picture.ts';
import { html, type Markup } from '../markup.ts';
import type { Section } from '../section.ts';

/** The page shows this many findings; the result and SARIF hold them all. */
const findingsShown = 200;

/** The map of the source: each role with everything that plays it, then what was found. */
export function auditSection(audit: AuditFacts): Section {
  const { read, roles, findings } = audit;
  const shown = findings.slice(0, findingsShown);
  const leftOut = findings.length - shown.length;
  return {
    id: 'audit',
    title: 'Audit',
    body: html`<p class="context">
        ${plural(read.files, 'file')} read, ${plural(read.problems.length, 'file')} could not be
        read
      </p>
      ${read.problems.map(
        ({ path, detail }) => html`<p class="notice"><code>${path}</code> ${detail}</p>`,
      )}
      ${roles.map(roleMap)} ${audit.trend === undefined ? undefined : burnDownPictures(audit.trend)}
      ${findings.length === 0 ? undefined : html`<h3>Findings</h3>`}
      ${[...Map.groupBy(shown, ({ rule }) => rule)]
        .toSorted(([, left], [, right]) => inProduction(right) - inProduction(left))
        .map(([rule, members]) => findingGroup(rule, members))}
      ${
        leftOut > 0
          ? html`<p class="notice">${formatCount(leftOut)} more findings are in the result.</p>`
          : undefined
      }`,
  };
}

function roleMap(role: AuditRoleFacts): Markup {
  const count = plural(role.production_count, 'implementation');
  const own = role.members.filter(({ scope }) => scope === 'production');
  const others = role.members.filter(({ scope }) => scope !== 'production');
  return html`<h3>
      ${badge(role.production_count === 1 ? 'pass' : 'fail', count)} <code>${role.id}</code>
    </h3>
    <ul class="entries">
      ${own.map(memberRow)}
    </ul>
    ${
      others.length === 0
        ? undefined
        : html`<details class="folded">
            <summary>${formatCount(others.length)} more outside of production</summary>
            <ul class="entries">
              ${others.map(memberRow)}
            </ul>
          </details>`
    }`;
}

function memberRow(member: AuditMember): Markup {
  const context = [
    ...(member.scope === 'production' ? [] : [`in ${member.scope}`]),
    ...(member.allowed === undefined ? [] : [`accepted: ${member.allowed}`]),
  ];
  return html`<li class="entry">
    ${badge(memberStanding(member), member.review ? `${member.class}?` : member.class)}
    <div>
      <code class="id">${member.symbol}</code>
      <span class="context">${context.join(' · ')}</span>
      <p><code>${member.path}:${member.line}</code></p>
    </div>
  </li> `;
}

/** Only an implementation or a factory competes with the canonical one. */
function memberStanding(member: AuditMember): 'pass' | 'fail' | 'none' {
  if (member.class === 'canonical') return 'pass';
  const competes = member.class === 'implementation' || member.class === 'factory';
  const counted = competes && !member.review && member.scope === 'production';
  return counted && member.allowed === undefined ? 'fail' : 'none';
}

function isCertain(finding: AuditFinding): boolean {
  return findingSeverity(finding) === 'error';
}

/** Only what is certain and in production can stand against a phase. */
function inProduction(findings: readonly AuditFinding[]): number {
  return findings.filter((one) => isCertain(one) && one.scope === 'production').length;
}

/** All findings of one rule, folded: a migration begins with hundreds. */
function findingGroup(rule: AuditFinding['rule'], findings: readonly AuditFinding[]): Markup {
  const counts = [...Map.groupBy(findings, placeOf)].map(
    ([place, members]) => `${formatCount(members.length)} ${place}`,
  );
  return html`<details class="suite">
    <summary>
      ${inProduction(findings) > 0 ? badge('fail', 'production') : badge('none', 'elsewhere')}
      <code class="id">${rule}</code> ${auditRules[rule]}
      <span class="context">${counts.join(' · ')}</span>
    </summary>
    <ul class="entries">
      ${findings.map(findingRow)}
    </ul>
  </details>`;
}

function placeOf(finding: AuditFinding): string {
  return isCertain(finding) ? `in ${finding.scope}` : 'to review';
}

function findingRow(finding: AuditFinding): Markup {
  const fails = inProduction([finding]) > 0;
  return html`<li class="entry">
    ${badge(fails ? 'fail' : 'none', isCertain(finding) ? finding.scope : 'to review')}
    <div>
      <code>${finding.path}:${finding.line}</code>
      <p>${finding.message}</p>
    </div>
  </li> `;
}
