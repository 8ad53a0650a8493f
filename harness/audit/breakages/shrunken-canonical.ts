import type { AuditModel } from '../model/audit-model.ts';
import type { RoleView } from '../roles/role-members.ts';
import type { FindingDraft } from '../rules/identity.ts';

/** A canonical file that lost this share of its lines at once was overwritten rather than edited. */
const alarmingShare = 0.4;
/** Small files shrink by a share easily. */
const leastLines = 40;

/** BREAK004: canonical files that suddenly shrank between two states of a tree, as merges with the wrong side do. */
export function findShrunkenCanonicals(
  before: AuditModel,
  after: AuditModel,
  views: readonly RoleView[],
): FindingDraft[] {
  return views.flatMap(({ role, canonical }) => {
    const was = before.tree.files.get(canonical.path)?.facts.lines ?? 0;
    const file = after.tree.files.get(canonical.path);
    const is = file?.facts.lines ?? 0;
    if (file === undefined || was < leastLines || is > was * (1 - alarmingShare)) return [];
    return [
      {
        rule: 'BREAK004',
        role: role.id,
        scope: file.scope,
        path: canonical.path,
        line: canonical.line,
        symbol: canonical.symbol,
        message: `${canonical.path} shrank from ${was} to ${is} lines at once`,
      } satisfies FindingDraft,
    ];
  });
}
