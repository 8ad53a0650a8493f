import type { RoleView } from '../roles/role-members.ts';
import type { FindingDraft } from './identity.ts';

/** SSOT001 and SSOT002: every implementation or factory besides the canonical one. */
export function findCompeting(views: readonly RoleView[]): FindingDraft[] {
  return views.flatMap(({ role, canonical, members }) =>
    members
      .filter((member) => member.class === 'implementation' || member.class === 'factory')
      .filter((member) => member.allowed === undefined)
      .map((member): FindingDraft => {
        const [rule, noun] =
          member.class === 'factory'
            ? (['SSOT002', 'factory'] as const)
            : (['SSOT001', 'implementation'] as const);
        const shared = member.evidence.shared;
        const why =
          shared.length === 0
            ? ''
            : `: shares ${shared.slice(0, 5).join(', ')}${shared.length > 5 ? ` and ${shared.length - 5} more` : ''}`;
        return {
          rule,
          role: role.id,
          scope: member.scope,
          path: member.path,
          line: member.line,
          symbol: member.symbol,
          message: `${member.symbol} is a second ${noun} beside ${canonical.symbol}${why}`,
          confidence: member.review ? 'review' : 'certain',
          related: [{ path: canonical.path, line: canonical.line, symbol: canonical.symbol }],
        };
      }),
  );
}
