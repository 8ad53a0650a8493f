import type { AuditModel } from '../model/audit-model.ts';
import type { RoleView } from '../roles/role-members.ts';
import type { FindingDraft } from '../rules/identity.ts';
import { findMissingAwaits } from './missing-awaits.ts';
import { createSelfCallCheck } from './self-calls.ts';
import { findSilentFallbacks } from './silent-fallbacks.ts';
import { createSwapCheck } from './swapped-arguments.ts';

/**
 * Damage that counting names misses, found in one state of a tree. BREAK004 needs two states and is not part of
 * it; constructors that always raise are SSOT010, imports of what does not exist SSOT005.
 */
export function findBreakages(model: AuditModel, views: readonly RoleView[]): FindingDraft[] {
  // File by file, so that statements are read once for both.
  const checks = [createSelfCallCheck(model), createSwapCheck(model)];
  return [
    ...[...model.tree.files.values()].flatMap((file) => checks.flatMap((check) => check(file))),
    ...findMissingAwaits(model, views),
    ...findSilentFallbacks(model, views),
  ];
}
