import { symbolId } from '../model/class-graph.ts';
import type { FindingDraft } from './identity.ts';
import type { RuleContext } from './rule-context.ts';

/** SSOT008: a member the manifest accepts as a facade that has become more than one. */
export function findGrownFacades({ views }: RuleContext): FindingDraft[] {
  return views.flatMap(({ role, canonical, members }) =>
    role.allow
      .filter((allowance) => allowance.as === 'facade')
      .flatMap((allowance) =>
        members.filter(
          (member) =>
            symbolId(member.path, member.symbol) === allowance.symbol && member.class !== 'facade',
        ),
      )
      .map((member): FindingDraft => ({
        rule: 'SSOT008',
        role: role.id,
        scope: member.scope,
        path: member.path,
        line: member.line,
        symbol: member.symbol,
        message: `accepted as a facade of ${canonical.symbol}, but it is a ${member.class}: it has logic of its own`,
      })),
  );
}
