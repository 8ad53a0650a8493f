import type { AuditRoleFacts } from '../../contract/audit.ts';
import { givesWarning } from '../facades/warns.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { production } from '../source/scope-of.ts';
import type { RoleView } from './role-members.ts';

const competing = new Set(['canonical', 'implementation', 'factory']);

/** What is told of a role: its members, and how many of them do its job in production. */
export function roleFacts(
  model: AuditModel,
  { role, canonical, members }: RoleView,
): AuditRoleFacts {
  return {
    id: role.id,
    lang: role.lang,
    ...(role.factoryOf === undefined ? {} : { factory_of: role.factoryOf }),
    canonical: { path: canonical.path, line: canonical.line, symbol: canonical.symbol },
    members: members.map((member) =>
      member.class === 'facade' ? { ...member, warns: givesWarning(model, member.path) } : member,
    ),
    production_count: members.filter(
      (member) =>
        !member.review &&
        member.allowed === undefined &&
        member.scope === production &&
        competing.has(member.class),
    ).length,
  };
}
