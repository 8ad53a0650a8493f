import type { AuditFinding } from '../../contract/audit.ts';
import type { AuditManifest } from '../../contract/audit-manifest.ts';
import { findShrunkenCanonicals } from '../breakages/shrunken-canonical.ts';
import { loadModel } from '../model/load-model.ts';
import { viewRoles } from '../roles/view-roles.ts';
import { identify, type FormerPaths } from '../rules/identity.ts';
import { findWeakenedManifest } from '../rules/weakened-manifest.ts';
import { openFolder } from '../source/source-set.ts';
import { openCommit } from './open-commit.ts';

/**
 * What a change does to the work tree that one state alone does not show: a canonical file that suddenly shrank
 * (BREAK004), and a manifest that lets more through than before (SSOT013).
 * Throws HarnessError AUDIT_HISTORY_UNREADABLE when git does not know the base.
 * @param base revision the change starts from, such as the merge base
 * @param before the manifest at the base; absent when there was none
 */
export function auditChange(options: {
  readonly root: string;
  readonly base: string;
  readonly manifest: AuditManifest;
  readonly before?: AuditManifest;
  readonly manifestPath: string;
  readonly former?: FormerPaths;
}): AuditFinding[] {
  const { root, base, manifest, before, manifestPath, former } = options;
  const after = loadModel(openFolder(root), manifest).model;
  const earlier = loadModel(openCommit(root, base), manifest).model;
  return identify([
    ...findShrunkenCanonicals(earlier, after, viewRoles(after, manifest)),
    ...(before === undefined ? [] : findWeakenedManifest(before, manifest, manifestPath, former)),
  ]);
}
