import type { AuditMember } from '../../contract/audit.ts';
import type { AuditManifest } from '../../contract/audit-manifest.ts';
import { symbolId } from '../model/class-graph.ts';
import type { RoleView } from './role-members.ts';

/** True while the present phase is not later than the last one an allowance is good for. */
function isValid(until: string | undefined, manifest: AuditManifest): boolean {
  if (until === undefined || manifest.current === undefined) return true;
  const order = manifest.phases.map((phase) => phase.id);
  return order.indexOf(manifest.current) <= order.indexOf(until);
}

/**
 * Marks the members the manifest accepts, with its reason. What is accepted as a facade must be one; an
 * allowance whose last phase is over counts no more.
 */
export function applyAllowances(view: RoleView, manifest: AuditManifest): RoleView {
  const members = view.members.map((member): AuditMember => {
    const allowance = view.role.allow.find(
      (each) => each.symbol === symbolId(member.path, member.symbol),
    );
    if (allowance === undefined || !isValid(allowance.until, manifest)) return member;
    if (allowance.as === 'facade' && member.class !== 'facade') return member;
    return { ...member, allowed: allowance.reason };
  });
  return { ...view, members };
}
