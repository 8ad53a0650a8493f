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
  const leftOut = findings.length - findingsShown;
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
      <ul class="entries">
        ${findings.slice(0, findingsShown).map(findingRow)}
      </ul>
      ${
        leftOut > 0
          ? html`<p class="notice">${formatCount(leftOut)} more findings are in the result.</p>`
          : undefined
      }`,
  };
}

function roleMap(role: AuditRoleFacts): Markup {
  const count = plural(role.production_count, 'implementation');
  return html`<h3>
      ${badge(role.production_count === 1 ? 'pass' : 'fail', count)} <code>${role.id}</code>
    </h3>
    <ul class="entries">
      ${role.members.map(memberRow)}
    </ul>`;
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

function findingRow(finding: AuditFinding): Markup {
  const certain = findingSeverity(finding) === 'error';
  return html`<li class="entry">
    ${badge(certain ? 'fail' : 'none', certain ? finding.scope : 'to review')}
    <div>
      <code class="id">${finding.rule}</code> ${auditRules[finding.rule]}
      <p>${finding.message}</p>
      <p><code>${finding.path}:${finding.line}</code></p>
    </div>
  </li> `;
}
