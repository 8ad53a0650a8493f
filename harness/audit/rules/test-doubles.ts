import { production } from '../source/scope-of.ts';
import type { FindingDraft } from './identity.ts';
import type { RuleContext } from './rule-context.ts';

/** SSOT012: a member of a role in production that stands in for the real one. */
export function findTestDoubles({ views }: RuleContext): FindingDraft[] {
  return views.flatMap(({ role, canonical, members }) =>
    members
      .filter(
        (member) => member.class === 'test-double' && member.scope === production && !member.review,
      )
      .filter((member) => member.allowed === undefined)
      .map((member): FindingDraft => ({
        rule: 'SSOT012',
        role: role.id,
        scope: member.scope,
        path: member.path,
        line: member.line,
        symbol: member.symbol,
        message: `${member.symbol} stands in for ${canonical.symbol} in production code`,
      })),
  );
}
