import type { AuditConsumer, AuditFacts } from '../../../contract/audit.ts';
import type { Criterion } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

/** Same name is no contract: what consumers call must be there, and take what they give it. */
export const canonicalMembers: Criterion = {
  id: 'canonical-members',
  phase: 3,
  title:
    'every member any consumer uses exists on the canonical implementation, with a compatible signature',
  needs: ['audit'],
  judge({ audit }, _limits, leftOut) {
    if (audit?.consumers === undefined) return noEvidence('the source was not read');
    const consumers = audit.consumers.filter(({ scope }) => !leftOut.includes(scope));
    if (consumers.length === 0) return noEvidence('no consumer of any role was found');
    const missing = audit.findings.filter(
      ({ rule, confidence }) => rule === 'SSOT014' && confidence === 'certain',
    );
    const broken = audit.findings.filter(
      ({ rule, confidence }) => rule === 'SSOT010' && confidence === 'certain',
    );
    const unlike = incompatibleUses(audit, consumers);
    const used = new Set(consumers.map(({ role, uses }) => `${role} ${uses}`)).size;
    if (missing.length + broken.length + unlike.length === 0) {
      const reason = `${plural(used, 'member')} used in ${plural(consumers.length, 'place')}, all there and compatible`;
      return { verdict: 'pass', reason, rests_on: ['SSOT010', 'SSOT014'] };
    }
    const examples = [
      ...missing.map(({ message }) => message),
      ...unlike,
      ...broken.map(({ message }) => message),
    ];
    return {
      verdict: 'fail',
      reason: `${missing.length} missing, ${unlike.length} with another signature, ${broken.length} broken contracts: ${examples[0] ?? ''}`,
      rests_on: ['SSOT010', 'SSOT014'],
      next: 'golden-path audit lists every use at its line',
    };
  },
};

/** Members that a consumer of another implementation uses, and that take something else on the canonical one. */
function incompatibleUses(
  { incompatibilities = [] }: AuditFacts,
  consumers: readonly AuditConsumer[],
): string[] {
  return incompatibilities
    .filter(({ kind }) => kind !== 'missing')
    .filter(({ role, from, member }) =>
      consumers.some((one) => one.role === role && one.member === from && one.uses === member),
    )
    .map(({ from, member, detail }) => `${from}.${member}: the canonical one ${detail}`);
}
